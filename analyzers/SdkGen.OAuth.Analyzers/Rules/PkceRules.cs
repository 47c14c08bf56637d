namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>PKCE and nonce.</summary>
internal static class PkceRules
{
    public static readonly IReadOnlyList<CodeRule> All =
    [
        ConstantVerifier.Rule,
        WeakVerifier.Rule,
        PlainChallenge.Rule,
        MissingChallenge.Rule,
        SharedVerifier.Rule,
        MissingNonce.Rule,
        WrongChallenge.Rule,
    ];
}
