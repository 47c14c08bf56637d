using Spectre.Console;

namespace SdkGen.Cli.Output;

/// <summary>Rows with the same columns.</summary>
/// <param name="Title">What they are; <see langword="null"/> if that is plain.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, each with a cell for each column.</param>
internal sealed record RowTable(string? Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : IResultSection
{
    /// <inheritdoc />
    public void Draw(IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Rounded, Title = Title is null ? null : new(Markup.Escape(Title)) };
        foreach (var column in Columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }

        foreach (var row in Rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell.Printable()))]);
        }

        console.Write(table);
    }

    /// <inheritdoc />
    public void Write(TextWriter output)
    {
        if (Title is not null)
        {
            output.WriteLine(Title);
        }

        string[][] lines = [[.. Columns], .. Rows.Select(row => row.Select(cell => cell.Printable()).ToArray())];
        var widths = Columns.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            output.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
