namespace SdkGen.Cli.Running;

/// <summary>A command cannot go on, for a reason that its user can understand and do something about.</summary>
/// <param name="message">What is wrong: whole sentences, without a secret.</param>
/// <param name="advice">What to do about it; <see langword="null"/> if the message says so.</param>
/// <param name="exitCode">One of <see cref="Running.ExitCode"/>.</param>
internal sealed class CommandException(string message, string? advice = null, int exitCode = ExitCode.Failure) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string? Advice { get; } = advice;

    /// <summary>How the tool ends.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>What was typed is wrong, and nothing was done.</summary>
    public static CommandException Usage(string message, string? advice = null) => new(message, advice, Running.ExitCode.WrongUsage);
}
