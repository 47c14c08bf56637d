using SdkGen.OAuth;

namespace Quickstart.Steps;

/// <summary>What a step demands. A step passes by returning, and fails by throwing.</summary>
internal static class Expect
{
    public static void That(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    /// <summary>Demands that the library refuses, by exactly the given check.</summary>
    /// <param name="failure">The check.</param>
    /// <param name="attempt">What is refused.</param>
    /// <param name="error">The provider's own error, where it is the provider that refuses.</param>
    /// <returns>The exception.</returns>
    public static async Task<OAuthException> FailureAsync(OAuthFailure failure, Func<Task> attempt, string? error = null)
    {
        try
        {
            await attempt();
        }
        catch (OAuthException exception) when (exception.Failure == failure && exception.Error == error)
        {
            return exception;
        }

        throw new InvalidOperationException($"this should have been refused ({failure}), and was accepted");
    }

    /// <summary>The same, for a step that has nothing more to show than the refusal.</summary>
    /// <returns>The refusal, as a developer sees it: the member of <see cref="OAuthFailure"/> to catch it by, and the message.</returns>
    public static async Task<string> RefusalAsync(OAuthFailure failure, Func<Task> attempt, string? error = null) =>
        (await FailureAsync(failure, attempt, error)).Describe();
}
