"""Jupyter's own tests for kernels, with every sample that Java has."""

import sys
from pathlib import Path

import jupyter_kernel_test
from jupyter_client.kernelspec import KernelSpecManager


class JavaKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "manabi"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [{"text": "System.out.printl", "matches": {"println("}}]
    complete_code_samples = ["1 + 1", "int x = 2;", "class A {}"]
    incomplete_code_samples = ["int f() {", "foo(", 'String s = """']
    invalid_code_samples = ["int x = )"]
    code_generate_error = "int zero = 0; int y = 1 / zero;"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text"', "result": "text"},
    ]
    code_display_data = [
        {"code": "display(new java.awt.image.BufferedImage(2, 2, 1));", "mime": "image/png"},
        {"code": "display(new int[][] {{1}});", "mime": "text/html"},
    ]
    code_history_pattern = "6 [*]*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max("
    code_clear_output = "clearOutput(false);"


def test_the_kernel_is_the_installed_one():
    folder = Path(sys.prefix, "share", "jupyter", "kernels")
    spec = KernelSpecManager().get_kernel_spec("manabi")
    assert Path(spec.resource_dir).parent == folder
