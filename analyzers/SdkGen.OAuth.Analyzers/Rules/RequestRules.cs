namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>Requests that are put together by hand, and not as the server reads them.</summary>
internal static class RequestRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        IdTokenAsBearer.Rule,
        ScopeSeparator.Rule,
        UnencodedParameter.Rule,
    ];
}
