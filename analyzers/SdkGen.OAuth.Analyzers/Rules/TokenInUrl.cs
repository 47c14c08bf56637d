using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH5003: an access token stands in a URL.</summary>
internal static class TokenInUrl
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.TokenInUrl);

    private static void Run(CodeFile file)
    {
        if (TestCode.Weigh(file, DiagnosticSeverity.Warning) is not { } severity)
        {
            return;
        }

        // The tokens of OAuth 1.0 are signed for, and are of no use by themselves.
        if (file.Texts.Exists(text => text.Parts.Any(part => part.Text?.Contains("oauth_verifier") == true || part.Text?.Contains("oauth_signature") == true)))
        {
            return;
        }

        var secrets = new SecretReader(file);
        foreach (var text in file.Texts)
        {
            var host = Urls.Host(text.Start);
            if (Urls.IsAt(host, file.Options.TokenInQueryHosts))
            {
                continue;
            }

            foreach (var (name, value, key) in Urls.Pairs(file, text))
            {
                if (IsToken(name, value, secrets))
                {
                    file.Report(DiagnosticDescriptors.TokenInUrl, key.GetLocation(), QueryProviders.Has(key, host) ? DiagnosticSeverity.Info : severity, name);
                    break;
                }
            }
        }

        foreach (var field in file.Fields.Where(field => field.Name is OAuthNames.AccessToken && QueryFields.IsOne(file, field)))
        {
            file.Report(DiagnosticDescriptors.TokenInUrl, field.Key.GetLocation(), QueryProviders.Has(field.Key, host: null) ? DiagnosticSeverity.Info : severity, field.Written);
        }

        foreach (var attribute in file.Attributes)
        {
            if (attribute.Parent?.Parent is MethodDeclarationSyntax { Parent: InterfaceDeclarationSyntax } method && Verb(attribute) is { } verb)
            {
                foreach (var parameter in method.ParameterList.Parameters.Where(parameter => IsQueryParameter(file, parameter, verb)))
                {
                    file.Report(DiagnosticDescriptors.TokenInUrl, parameter.GetLocation(), severity, parameter.Identifier.ValueText);
                }
            }
        }
    }

    private static bool IsToken(string name, FieldValue value, SecretReader secrets) =>
        OAuthNames.Of(name) switch
        {
            // What is known and no token is an example.
            OAuthNames.AccessToken => value.Text is null or "" || value.Text.StartsWith("{", StringComparison.Ordinal),
            null or OAuthNames.Token => value.Expression is { } expression && Others.Contains(name.ToLowerInvariant()) && secrets.KindOf(expression) is SecretKind.Token,
            _ => false,
        };

    /// <summary>The method of a Refit declaration.</summary>
    private static string? Verb(AttributeSyntax attribute) =>
        CodeFile.NameOf(attribute.Name) is "Get" or "Post" or "Put" or "Delete" or "Patch" or "Head" ? CodeFile.NameOf(attribute.Name) : null;

    private static bool IsQueryParameter(CodeFile file, ParameterSyntax parameter, string verb)
    {
        var attributes = parameter.AttributeLists.SelectMany(list => list.Attributes).ToList();
        if (attributes.Exists(attribute => CodeFile.NameOf(attribute.Name) is "Header" or "HeaderCollection" or "Authorize" or "Body" or "Property" or "Field"))
        {
            return false;
        }

        var alias = attributes.Find(attribute => CodeFile.NameOf(attribute.Name) is "AliasAs")?.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
        var name = alias is null ? parameter.Identifier.ValueText : file.Constant(alias);
        var isQuery = verb is "Get" or "Delete" or "Head" || attributes.Exists(attribute => CodeFile.NameOf(attribute.Name) is "Query");
        return isQuery && OAuthNames.Of(name) is OAuthNames.AccessToken;
    }

    /// <summary>Other names that a query has for a token.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "token", "auth_token", "authtoken", "oauth_token", "oauthtoken", "bearer", "auth", "jwt", "accesstoken", "key", "api_token", "session_token",
    };
}
