using Spectre.Console;

namespace SdkGen.Cli.Output;

/// <summary>Standard output and standard error. Neither gets a colour or a moving thing unless it is a terminal that understands them.</summary>
internal static class Consoles
{
    public static IAnsiConsole Output { get; } = Create(Console.Out);

    /// <summary>Standard error. Lines are as long as they have to be: what is copied from the terminal is whole then.</summary>
    public static IAnsiConsole Error { get; } = CreateUnbroken(Console.Error);

    /// <summary>Whether a person looks at standard output.</summary>
    public static bool IsOutputTerminal => !Console.IsOutputRedirected && Output.Profile.Capabilities.Ansi;

    /// <summary>Whether a person looks at standard error.</summary>
    public static bool IsErrorTerminal => !Console.IsErrorRedirected && Error.Profile.Capabilities.Ansi;

    /// <summary>How many columns the terminal has that standard error is.</summary>
    public static int ErrorWidth { get; private set; }

    private static IAnsiConsole CreateUnbroken(TextWriter writer)
    {
        var console = Create(writer);
        ErrorWidth = console.Profile.Width;
        console.Profile.Width = short.MaxValue;
        return console;
    }

    private static IAnsiConsole Create(TextWriter writer) => AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer) });
}
