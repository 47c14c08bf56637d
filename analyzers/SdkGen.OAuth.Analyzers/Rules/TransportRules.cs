namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>Transport and redirects.</summary>
internal static class TransportRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        ClearTextEndpoint.Rule,
        UnsafeRedirectUri.Rule,
        RedirectUriFromRequest.Rule,
        RedirectFromRequest.Rule,
        CertificateNotChecked.Rule,
        TokenToAnyHost.Rule,
    ];
}
