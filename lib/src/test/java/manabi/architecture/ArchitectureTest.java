package manabi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Which package of the library may use which: dependencies point one way. */
@AnalyzeClasses(packages = "manabi", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> MANABI =
      JavaClass.Predicates.resideInAPackage("manabi..");

  @ArchTest static final ArchRule tensorIsTheBottom = uses("tensor");

  @ArchTest static final ArchRule progressIsOnItsOwn = uses("progress");

  @ArchTest static final ArchRule scratchIsOnItsOwn = uses("scratch");

  @ArchTest static final ArchRule textUsesTensors = uses("text", "tensor");

  @ArchTest static final ArchRule plotUsesTensors = uses("plot", "tensor");

  @ArchTest
  static final ArchRule dataUsesTensorsTextAndProgress = uses("data", "tensor", "text", "progress");

  @ArchTest static final ArchRule lossesUseTensors = uses("loss", "tensor");

  @ArchTest static final ArchRule metricsUseTensors = uses("metrics", "tensor");

  @ArchTest static final ArchRule optimisersUseTensors = uses("optim", "tensor");

  @ArchTest
  static final ArchRule layersStandOnThose =
      uses("nn", "tensor", "loss", "metrics", "optim", "progress");

  @ArchTest
  static final ArchRule languageStandsOnLayers =
      uses("language", "nn", "tensor", "loss", "metrics", "optim", "progress", "text");

  @ArchTest
  static final ArchRule generativeStandsOnLayers =
      uses("generative", "nn", "tensor", "loss", "metrics", "optim", "progress");

  @ArchTest
  static final ArchRule visionStandsOnLayersAndShowsThem =
      uses("vision", "nn", "tensor", "loss", "metrics", "optim", "progress", "plot");

  @ArchTest
  static final ArchRule dl4jStandsOnLayers =
      uses("dl4j", "nn", "tensor", "loss", "metrics", "optim", "progress");

  /** A package, with what is below it, uses itself and the named ones of the library. */
  private static ArchRule uses(String name, String... others) {
    DescribedPredicate<JavaClass> allowed =
        JavaClass.Predicates.resideInAPackage("manabi." + name + "..");
    for (String other : others) {
      allowed = allowed.or(JavaClass.Predicates.resideInAPackage("manabi." + other + ".."));
    }
    return noClasses()
        .that()
        .resideInAPackage("manabi." + name + "..")
        .should()
        .dependOnClassesThat(MANABI.and(DescribedPredicate.not(allowed)))
        .allowEmptyShould(true)
        .as("manabi.%s uses of the library only itself and %s".formatted(name, List.of(others)));
  }

  @ArchTest
  static final ArchRule scratchUsesTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("manabi.scratch..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("manabi.scratch..", "java..");

  @ArchTest
  static final ArchRule onlyNotebookKnowsTheKernel =
      noClasses()
          .that()
          .resideOutsideOfPackages("manabi.notebook..", "manabi.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("manabi.kernel..");

  @ArchTest
  static final ArchRule kernelsAloneKnowTheIncubator =
      noClasses()
          .that()
          .resideOutsideOfPackage("manabi.tensor.compute")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator..");

  @ArchTest
  static final ArchRule theBridgeAloneKnowsDl4j =
      noClasses()
          .that()
          .resideOutsideOfPackage("manabi.dl4j")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("manabi.(*)..").should().beFreeOfCycles();
}
