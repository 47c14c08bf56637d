namespace Quickstart.Running;

/// <summary>How many steps ended how.</summary>
internal sealed class Tally
{
    private int _passed;
    private int _failed;
    private int _skipped;

    /// <summary>Whether every step that was tried passed.</summary>
    public bool IsSuccess => _failed == 0 && _passed > 0;

    public void Add(StepResult result)
    {
        switch (result.Outcome)
        {
            case Outcome.Passed:
                _passed++;
                break;
            case Outcome.Skipped:
                _skipped++;
                break;
            default:
                _failed++;
                break;
        }
    }

    public override string ToString() =>
        $"{_passed} of {_passed + _failed} steps passed{(_skipped > 0 ? $", {_skipped} skipped" : "")}";
}
