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

        // A client of a provider that takes tokens nowhere else is told so once, not at each of its hundred URLs.
        var isTold = false;
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
                if (IsToken(text, name, value, secrets))
                {
                    Report(key, host, name);
                    break;
                }
            }
        }

        foreach (var field in file.Fields.Where(field => IsToken(field, secrets) && QueryFields.IsOne(file, field)))
        {
            Report(field.Key, null, field.Written);
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

        void Report(SyntaxNode key, string? host, string name)
        {
            var isOnlyWay = QueryProviders.Has(key, host);
            if (!isOnlyWay || !isTold)
            {
                isTold |= isOnlyWay;
                file.Report(DiagnosticDescriptors.TokenInUrl, key.GetLocation(), isOnlyWay ? DiagnosticSeverity.Info : severity, name);
            }
        }
    }

    private static bool IsToken(TextTemplate text, string name, FieldValue value, SecretReader secrets)
    {
        switch (OAuthNames.Of(name))
        {
            // What is known and no token is an example.
            case OAuthNames.AccessToken:
                return (value.Text is null or "" || value.Text.StartsWith("{", StringComparison.Ordinal)) && !IsRequestToken(text, name, value.Expression);
            case null or OAuthNames.Token:
                return value.Expression is { } expression
                    && Others.Contains(name.ToLowerInvariant())
                    && (secrets.KindOf(expression) is SecretKind.Token || (SecretNames.IsAnyToken(CodeFile.NameOf(expression)) && IsOfOtherHost(text)));
            default:
                return false;
        }
    }

    private static bool IsToken(OAuthField field, SecretReader secrets) =>
        field.Name is OAuthNames.AccessToken || (field is { Name: OAuthNames.Token, Value.Expression: { } value } && secrets.KindOf(value) is SecretKind.Token);

    /// <summary>With the token of a request OAuth 1.0 asks the user: it is as public as a client id.</summary>
    private static bool IsRequestToken(TextTemplate text, string name, ExpressionSyntax? value) =>
        Words.Of(name) is ["oauth", "token"]
        && (Words.Contains(text.Shape, "oauth_callback", "/authorize", "/authenticate")
            || Words.Contains(CodeFile.NameOf(value), "request")
            || Words.Contains(CodeFile.NameOf(text.Parts[0].Expression), "authori", "authenticat"));

    /// <summary>A URL of another machine. Those of the program itself are sent in e-mails, with tokens that work once.</summary>
    private static bool IsOfOtherHost(TextTemplate text) => Urls.Host(text.Start) is { Length: > 0 } host && host.IndexOf('.') > 0;

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
