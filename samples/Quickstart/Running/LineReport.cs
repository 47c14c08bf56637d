namespace Quickstart.Running;

/// <summary>A plain line for each step: for a file, a pipe or a build server.</summary>
internal sealed class LineReport(TextWriter output) : IReport
{
    public async Task<Tally> RunAsync(IEnumerable<Step> steps, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        foreach (var step in steps)
        {
            var result = await step.RunAsync(cancellationToken);
            tally.Add(result);
            await output.WriteLineAsync($"{result.Word,-4} {step.Name,-30} {result.Detail}");
        }

        await output.WriteLineAsync(tally.ToString());
        return tally;
    }

    public void Say(string text) => output.WriteLine($"     {text.Printable()}");
}
