namespace SdkGen.Cli.Tests;

/// <summary>What the tool printed, and how it ended.</summary>
internal sealed record SdkGenResult(int ExitCode, string Output, string Errors);
