namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>State and callback.</summary>
internal static class StateRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        UncheckedState.Rule,
        MissingState.Rule,
        PredictableState.Rule,
        SecretInState.Rule,
        StateNeverCompared.Rule,
        DroppedRequest.Rule,
        SecretComparison.Rule,
    ];
}
