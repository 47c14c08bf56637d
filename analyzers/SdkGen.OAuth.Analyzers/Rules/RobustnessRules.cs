namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>What fails on a bad day.</summary>
internal static class RobustnessRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        SwallowedError.Rule,
        UncheckedTokenResponse.Rule,
        LocalExpiry.Rule,
        UncachedClientToken.Rule,
    ];
}
