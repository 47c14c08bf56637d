namespace Quickstart.Running;

/// <summary>How a step ended.</summary>
internal enum Outcome
{
    Passed,
    Failed,

    /// <summary>There was nothing to try: the server does not have it, or was not meant to be asked.</summary>
    Skipped,
}
