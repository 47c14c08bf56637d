namespace SdkGen.Cli.Running;

/// <summary>How the tool ends.</summary>
internal static class ExitCode
{
    /// <summary>Everything went well.</summary>
    public const int Good = 0;

    /// <summary>What was asked for failed, or was found to be wrong.</summary>
    public const int Failure = 1;

    /// <summary>The command line, or what was typed into it, cannot be understood; nothing was done.</summary>
    public const int WrongUsage = 2;

    /// <summary>Ctrl+C.</summary>
    public const int Interrupted = 130;
}
