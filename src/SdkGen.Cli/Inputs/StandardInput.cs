using SdkGen.Cli.Output;
using SdkGen.Cli.Running;
using Spectre.Console;

namespace SdkGen.Cli.Inputs;

/// <summary>Reads a secret from standard input: a pipe, a file, or what is typed without being shown.</summary>
internal static class StandardInput
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Whether there is a pipe or a file to read from.</summary>
    public static bool IsRedirected => Console.IsInputRedirected;

    /// <summary>Reads everything, but for line breaks at the end.</summary>
    /// <param name="what">What is read, for messages: "the refresh token".</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="CommandException">There is nothing to read.</exception>
    public static async Task<string> ReadSecretAsync(string what, CancellationToken cancellationToken)
    {
        var text = IsRedirected
            ? await Task.Run(Read, CancellationToken.None).WaitAsync(cancellationToken)
            : Consoles.IsErrorTerminal
                ? await new TextPrompt<string>($"Enter {what}:").Secret(mask: null).AllowEmpty().ShowAsync(Consoles.Error, cancellationToken)
                : "";
        if (text.Length > MaxLength)
        {
            throw CommandException.Usage($"Standard input is longer than {MaxLength} characters: that is not {what}.", "Pipe in nothing else.");
        }

        return text.Trim() is { Length: > 0 } secret
            ? secret
            : throw CommandException.Usage($"Standard input is empty, but {what} is expected there.", "Pipe it in, or name an environment variable that holds it.");
    }

    /// <summary>Reading a pipe cannot be cancelled; whoever waits for it can.</summary>
    private static string Read()
    {
        var buffer = new char[MaxLength + 1];
        var length = Console.In.ReadBlock(buffer, 0, buffer.Length);
        return new(buffer, 0, length);
    }
}
