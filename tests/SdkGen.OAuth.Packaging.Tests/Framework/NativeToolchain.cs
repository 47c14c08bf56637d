namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>What links native code on this machine.</summary>
internal static class NativeToolchain
{
    /// <summary>The arguments with which native code is published; <see langword="null"/> if nothing on the machine can link it.</summary>
    public static string[]? Find() =>
        OperatingSystem.IsWindows() ? (HasVisualStudio() ? [] : null)
        : IsInPath("clang") ? []
        : OperatingSystem.IsLinux() && IsInPath("gcc") ? ["-p:CppCompilerAndLinker=gcc"]
        : null;

    private static bool HasVisualStudio() => File.Exists(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe"));

    private static bool IsInPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
