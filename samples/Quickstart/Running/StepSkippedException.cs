namespace Quickstart.Running;

/// <summary>There is nothing for a step to try.</summary>
/// <param name="reason">Why.</param>
internal sealed class StepSkippedException(string reason) : Exception(reason);
