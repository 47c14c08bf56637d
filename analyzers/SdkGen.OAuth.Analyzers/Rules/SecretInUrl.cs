using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH5004: what belongs into the body of a token request stands in its URL.</summary>
internal static class SecretInUrl
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.SecretInUrl);

    private static void Run(CodeFile file)
    {
        if (TestCode.Weigh(file, DiagnosticSeverity.Warning) is not { } severity)
        {
            return;
        }

        var isTold = false;
        foreach (var text in file.Texts)
        {
            var pairs = Urls.Pairs(file, text).ToList();
            var isTokenRequest = pairs.Exists(pair => OAuthNames.Of(pair.Name) is OAuthNames.GrantType or OAuthNames.ClientSecret);
            foreach (var (name, _, key) in pairs)
            {
                if (IsSecret(OAuthNames.Of(name), isTokenRequest))
                {
                    Report(key, Urls.Host(text.Start), name);
                    break;
                }
            }
        }

        foreach (var field in file.Fields.Where(field => IsSecret(field.Name, isTokenRequest: false) && QueryFields.IsOne(file, field)))
        {
            Report(field.Key, null, field.Written);
        }

        // Once a file where the provider takes it nowhere else.
        void Report(SyntaxNode key, string? host, string name)
        {
            var isOnlyWay = QueryProviders.Has(key, host);
            if (!isOnlyWay || !isTold)
            {
                isTold |= isOnlyWay;
                file.Report(DiagnosticDescriptors.SecretInUrl, key.GetLocation(), isOnlyWay ? DiagnosticSeverity.Info : severity, name);
            }
        }
    }

    private static bool IsSecret(string? registered, bool isTokenRequest) => registered switch
    {
        OAuthNames.ClientSecret or OAuthNames.RefreshToken or OAuthNames.CodeVerifier or OAuthNames.ClientAssertion => true,
        OAuthNames.Code => isTokenRequest,
        _ => false,
    };
}
