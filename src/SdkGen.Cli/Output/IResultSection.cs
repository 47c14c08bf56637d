namespace SdkGen.Cli.Output;

/// <summary>A part of a result, for people.</summary>
internal interface IResultSection
{
    /// <summary>Draws it for a terminal.</summary>
    /// <param name="console">The terminal.</param>
    void Draw(Spectre.Console.IAnsiConsole console);

    /// <summary>Writes it for a pipe or a file: plain lines, each as long as it has to be.</summary>
    /// <param name="output">Where to.</param>
    void Write(TextWriter output);
}
