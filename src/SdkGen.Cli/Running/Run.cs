using System.CommandLine;
using SdkGen.Cli.Output;

namespace SdkGen.Cli.Running;

/// <summary>One run of a command: what was typed, and where what it finds and says goes.</summary>
/// <param name="Arguments">What was typed.</param>
/// <param name="Results">Standard output: nothing but results.</param>
/// <param name="Notes">Standard error: everything else.</param>
internal sealed record Run(ParseResult Arguments, ResultWriter Results, Notes Notes);
