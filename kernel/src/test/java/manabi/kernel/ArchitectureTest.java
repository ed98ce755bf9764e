package manabi.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "manabi.kernel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> LIBRARY =
      DescribedPredicate.describe(
          "classes of the library",
          type ->
              type.getPackageName().startsWith("manabi")
                  && !type.getPackageName().startsWith("manabi.kernel"));

  @ArchTest
  static final ArchRule kernelKnowsNoLibrary = noClasses().should().dependOnClassesThat(LIBRARY);

  @ArchTest
  static final ArchRule engineKnowsNoSockets =
      noClasses()
          .that()
          .resideInAnyPackage("manabi.kernel.eval", "manabi.kernel.magic", "manabi.kernel.display")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("manabi.kernel.protocol", "org.zeromq..");
}
