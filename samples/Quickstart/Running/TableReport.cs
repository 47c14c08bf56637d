using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Quickstart.Running;

/// <summary>
/// A table that grows while the steps run, for a terminal. What a step says stands below it for as long as the step runs.
/// </summary>
internal sealed class TableReport(IAnsiConsole console) : IReport
{
    private static readonly Spinner Spinner = Spinner.Known.Dots;

    private volatile IRenderable[]? _said;

    public async Task<Tally> RunAsync(IEnumerable<Step> steps, CancellationToken cancellationToken)
    {
        var table = new Table { Border = TableBorder.Rounded, Expand = true };
        table.AddColumn(new TableColumn("Step").NoWrap());
        table.AddColumn(new TableColumn("Result").NoWrap());
        table.AddColumn("What happened");
        table.AddColumn(new TableColumn("ms") { Alignment = Justify.Right }.NoWrap());

        var tally = new Tally();
        try
        {
            await console.Live(table).Cropping(VerticalOverflowCropping.Top).StartAsync(async live =>
            {
                foreach (var step in steps)
                {
                    var result = await ShowAsync(step, table, live, cancellationToken);
                    tally.Add(result);
                }
            });
        }
        finally
        {
            _said = null;
        }

        console.MarkupLineInterpolated($"[bold {(tally.IsSuccess ? "green" : "red")}]{tally}[/]");
        return tally;
    }

    public void Say(string text)
    {
        if (_said is { } said)
        {
            _said = [.. said, new Text(text.Printable())];
        }
        else
        {
            console.WriteLine(text.Printable());
        }
    }

    private async Task<StepResult> ShowAsync(Step step, Table table, LiveDisplayContext live, CancellationToken cancellationToken)
    {
        _said = [];
        var row = table.Rows.Count;
        table.AddRow(Markup.Escape(step.Name), "", "", "");
        var running = step.RunAsync(cancellationToken);
        for (var frame = 0; !running.IsCompleted; frame++)
        {
            table.UpdateCell(row, 1, Spinner.Frames[frame % Spinner.Frames.Count]);
            live.UpdateTarget(new Rows([table, .. _said]));
            await Task.WhenAny(running, Task.Delay(Spinner.Interval, CancellationToken.None));
        }

        var result = await running;
        table.UpdateCell(row, 1, $"[{Colour(result.Outcome)}]{result.Word}[/]");
        table.UpdateCell(row, 2, Markup.Escape(result.Detail));
        table.UpdateCell(row, 3, $"[grey]{result.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)}[/]");
        live.UpdateTarget(table);
        return result;
    }

    private static string Colour(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "green",
        Outcome.Skipped => "yellow",
        _ => "red",
    };
}
