namespace Quickstart.Running;

/// <summary>What came of a step.</summary>
internal sealed record StepResult
{
    public StepResult(Outcome outcome, string detail, TimeSpan duration)
    {
        Outcome = outcome;
        Detail = detail.Printable();
        Duration = duration;
    }

    public Outcome Outcome { get; }

    public string Detail { get; }

    public TimeSpan Duration { get; }

    public string Word => Outcome switch
    {
        Outcome.Passed => "ok",
        Outcome.Skipped => "skip",
        _ => "FAIL",
    };
}
