using SdkGen.Cli.Output;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Inputs;

/// <summary>Where a secret comes from: an environment variable, standard input or, with a warning, the command line.</summary>
internal static class Secret
{
    /// <summary>What stands on the command line for standard input.</summary>
    public const string FromInput = "-";

    /// <summary>Reads an environment variable.</summary>
    /// <exception cref="CommandException">It is not set. What was typed is not repeated: it may be the secret itself.</exception>
    public static string FromEnvironment(string option, string name, string what) =>
        Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value
            ? value
            : throw CommandException.Usage($"{option} names an environment variable that is not set.", $"Put {what} into it, and type its name.");

    /// <summary>Says what is wrong with a secret on the command line, which is used nevertheless.</summary>
    public static void Warn(Notes notes, string what, string instead) => notes.Warn(
        $"{what} on the command line can be read by every user of this machine, and stays in the history of the shell: use {instead}.");
}
