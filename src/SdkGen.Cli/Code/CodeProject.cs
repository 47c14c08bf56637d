using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.Cli.Code;

/// <summary>Code that is compiled together, with the files and settings beside it.</summary>
/// <param name="Name">Its project, or its folder.</param>
/// <param name="Compilation">The code.</param>
/// <param name="Options">Configuration files, kept metadata documents, and the settings of <c>.editorconfig</c>.</param>
internal sealed record CodeProject(string Name, Compilation Compilation, AnalyzerOptions Options);
