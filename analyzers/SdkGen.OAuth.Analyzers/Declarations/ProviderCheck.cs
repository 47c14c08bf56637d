using SdkGen.OAuth.Declaration;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether the rest of <c>[OAuthProvider]</c> makes sense: scopes, protections, ID tokens.</summary>
internal static class ProviderCheck
{
    public static void Run(DeclaredProvider declared)
    {
        var provider = declared.Provider;
        var effective = declared.Model.Provider;
        CheckScopes(declared);
        CheckProtections(declared, provider);
        CheckWeakened(declared, provider);
        CheckIdTokens(declared, provider, effective);

        SignatureCheck.Run(declared);

        if (effective.Text("OfflineAccessScope") is not null && (declared.Messages & MessageNames.Refresh) == 0)
        {
            declared.Report(DiagnosticDescriptors.OfflineAccessWithoutRefresh, provider.LocationOf("OfflineAccessScope"), "OfflineAccessScope");
        }

        CheckOutOfBand(declared);
        var stated = declared.Model.Quirks
            .Where(quirk => quirk.Name == "OAuthRequest" && quirk.Property("ClientAuthentication") is not null && quirk.Arguments.Count > 0)
            .Aggregate(0, (all, quirk) => all | (int)quirk.Arguments[0].Number);
        if (effective.Argument(0) is null && effective.Property("ClientAuthentication") is null && (declared.Messages & MessageNames.Token & ~stated) != 0)
        {
            declared.Report(DiagnosticDescriptors.ClientAuthenticationNotStated, provider.Location, declared.Type.Name);
        }
    }

    private static void CheckScopes(DeclaredProvider declared)
    {
        var separator = declared.Model.Provider.Property("ScopeSeparator") is { } stated ? (char)stated.Number : ' ';
        foreach (var attribute in declared.Attributes)
        {
            if (attribute.Model.Property("Scopes") is not { } scopes)
            {
                continue;
            }

            for (var i = 0; i < scopes.Items.Count; i++)
            {
                var scope = scopes.Items[i];
                if (scope.Length == 0 || scope.IndexOf(separator) >= 0 || scope.Any(char.IsWhiteSpace))
                {
                    declared.Report(DiagnosticDescriptors.InvalidScope, attribute.LocationOf("Scopes", i), scope);
                }
            }
        }

        if (declared.Provider.Model.Property("ScopeSeparator") is not null && separator is not (' ' or ',' or ';' or '+'))
        {
            declared.Report(
                DiagnosticDescriptors.InvalidRequest,
                declared.Provider.LocationOf("ScopeSeparator"),
                "The separator of scopes is a space, or ',' ';' '+'");
        }
    }

    private static void CheckProtections(DeclaredProvider declared, DeclaredAttribute provider)
    {
        switch (provider.Model.Property("Pkce")?.Number)
        {
            case 1:
                declared.Report(
                    DiagnosticDescriptors.PlainChallenge,
                    provider.LocationOf("Pkce"),
                    "Remove Pkce = PkceMethod.Plain: S256 is sent by default, and accepted by every provider but those that know nothing else");
                break;

            case 2:
                declared.Report(
                    DiagnosticDescriptors.NoChallenge,
                    provider.LocationOf("Pkce"),
                    "Remove Pkce = PkceMethod.NotSent: a provider that does not know the challenge ignores it");
                break;
        }
    }

    /// <summary>Whoever could ask without authenticating could make every user's device ring.</summary>
    private static void CheckOutOfBand(DeclaredProvider declared)
    {
        const int none = 3;
        if ((declared.Messages & MessageNames.BackchannelAuthentication) != 0
            && declared.Attributes.FirstOrDefault(attribute => attribute.Model.Property("ClientAuthentication")?.Number == none
                && (attribute.Model.Name == "OAuthProvider" || (attribute.Messages("Messages") & MessageNames.BackchannelAuthentication) != 0)) is { } stated)
        {
            declared.Report(DiagnosticDescriptors.PublicClientOutOfBand, stated.LocationOf("ClientAuthentication"), declared.Type.Name);
        }
    }

    /// <summary>Quirks that some providers need, and that leave out a check all the same.</summary>
    private static void CheckWeakened(DeclaredProvider declared, DeclaredAttribute provider)
    {
        if (provider.Model.Property("NonceReturned") is { Number: 0 })
        {
            Report(provider, "NonceReturned", "NonceReturned = false", "accepts an ID token of another sign-in");
        }

        if (provider.Model.Property("IdToken")?.Number == 2)
        {
            Report(provider, "IdToken", "IdToken = IdTokenExpectation.Ignored", "leaves nothing that proves who signed in but what the UserInfo endpoint says");
        }

        foreach (var response in declared.Of("OAuthResponse").Where(response => response.Model.Property("MatchSubject") is { Number: 0 }))
        {
            Report(response, "MatchSubject", "MatchSubject = false", "takes the UserInfo of one user for that of another");
        }

        void Report(DeclaredAttribute attribute, string property, string stated, string consequence) =>
            declared.Report(DiagnosticDescriptors.WeakenedProvider, attribute.LocationOf(property), stated, consequence);
    }

    private static void CheckIdTokens(DeclaredProvider declared, DeclaredAttribute provider, AttributeModel effective)
    {
        var asking = declared.Attributes.FirstOrDefault(attribute => attribute.Model.Property("Scopes")?.Items.Contains("openid") == true);
        var asksForOpenId = asking is not null || effective.Property("Scopes")?.Items.Contains("openid") == true;
        var ignoresIdToken = effective.Property("IdToken")?.Number == 2;
        if (asksForOpenId && !ignoresIdToken && effective.Argument(0) is null
            && (effective.Property("IdTokenIssuers") is null || effective.Text("JsonWebKeySetUri") is null))
        {
            declared.Report(DiagnosticDescriptors.OpenIdWithoutIssuer, (asking ?? provider).LocationOf("Scopes"), declared.Type.Name);
        }

        foreach (var algorithm in provider.Model.Property("IdTokenAlgorithms")?.Items ?? default)
        {
            if (algorithm.Equals("none", StringComparison.OrdinalIgnoreCase))
            {
                declared.Report(DiagnosticDescriptors.InvalidIdTokenRule, provider.LocationOf("IdTokenAlgorithms"), "'none' is no signature: an ID token that is not signed is never accepted");
            }
        }

        CheckIssuers(declared, provider, ignoresIdToken);
        if ((declared.Messages & MessageNames.UserInfo) != 0 && !asksForOpenId && effective.Argument(0) is null
            && !declared.Model.Quirks.Any(quirk => quirk.Name == "OAuthMember" && quirk.Argument(0) == "sub")
            && declared.Methods.Any(method => method is { Kind: MessageKind.UserInfo, UserType: null, Attributes.Count: 0 }))
        {
            declared.Report(DiagnosticDescriptors.NoSubject, declared.Location, declared.Type.Name);
        }
    }

    private static void CheckIssuers(DeclaredProvider declared, DeclaredAttribute provider, bool ignoresIdToken)
    {
        var issuers = provider.Model.Property("IdTokenIssuers")?.Items ?? default;
        for (var i = 0; i < issuers.Count; i++)
        {
            foreach (var part in TemplateSyntax.Parse(issuers[i]).Where(part => part.IsHole && !part.IsOption))
            {
                var place = provider.LocationOf("IdTokenIssuers", i);
                if (!part.Value.StartsWith("id_token.", StringComparison.Ordinal))
                {
                    declared.Report(DiagnosticDescriptors.UnknownVariable, place, part.Value, "an issuer can name claims of the ID token, {id_token.tid}, and options");
                }
                else if (ignoresIdToken)
                {
                    declared.Report(DiagnosticDescriptors.UnknownVariable, place, part.Value, "the ID token is declared to be ignored");
                }
                else if (declared.Variable(part.Value) is not { } variable
                    || (variable.Text("Pattern") is null && (variable.Property("Values")?.Items.Count ?? 0) == 0))
                {
                    declared.Report(
                        DiagnosticDescriptors.InvalidIdTokenRule,
                        place,
                        $"'{{{part.Value}}}' matches no issuer until it is said what it may be: [OAuthVariable(\"{part.Value}\", Pattern = \"[0-9a-f-]{{36}}\")]");
                }
            }
        }
    }
}
