using System.Diagnostics;
using SdkGen.OAuth;

namespace Quickstart.Running;

/// <summary>One line of the table.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="Action">Tries it, and returns what happened in a few words.</param>
internal sealed record Step(string Name, Func<CancellationToken, Task<string>> Action)
{
    /// <summary>Runs the step. Whatever it throws is its result, except that somebody ended the program.</summary>
    public async Task<StepResult> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return new(Outcome.Passed, await Action(cancellationToken), watch.Elapsed);
        }
        catch (StepSkippedException skipped)
        {
            return new(Outcome.Skipped, skipped.Message, watch.Elapsed);
        }
        catch (OAuthException exception)
        {
            return new(Outcome.Failed, exception.Message, watch.Elapsed);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(Outcome.Failed, $"{exception.GetType().Name}: {exception.Message}", watch.Elapsed);
        }
    }
}
