using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether each quirk is about something that is there, and what it costs where it puts a secret into a URL.</summary>
internal static class EffectCheck
{
    private const int Basic = 1;
    private const int PublicClient = 3;
    private const int PrivateKeyJwt = 4;
    private const int InQuery = 2;

    public static void Run(DeclaredProvider declared)
    {
        CheckProvider(declared, declared.Provider);
        foreach (var response in declared.Of("OAuthResponse").Where(response => response.Model.Property("MatchSubject") is { Number: 0 } && !AsksForOpenId(declared)))
        {
            declared.Report(
                DiagnosticDescriptors.QuirkWithoutEffect,
                response.LocationOf("MatchSubject"),
                "MatchSubject",
                "without the scope openid there is no ID token that names another subject");
        }

        foreach (var parameter in declared.Of("OAuthParameter"))
        {
            CheckField(declared, parameter);
            CheckToken(declared, parameter);
        }

        foreach (var request in declared.Of("OAuthRequest"))
        {
            CheckTransport(declared, request);
        }

        foreach (var member in declared.Of("OAuthMember"))
        {
            CheckMember(declared, member);
        }
    }

    private static void CheckProvider(DeclaredProvider declared, DeclaredAttribute provider)
    {
        var method = declared.Model.Provider.Property("ClientAuthentication")?.Number ?? 0;
        if (provider.Model.Property("BasicEncoding") is { Number: not 0 } && method is not (0 or Basic)
            && !declared.Model.Quirks.Any(quirk => quirk.Name == "OAuthRequest" && quirk.Property("ClientAuthentication") is { Number: Basic }))
        {
            declared.Report(
                DiagnosticDescriptors.QuirkWithoutEffect,
                provider.LocationOf("BasicEncoding"),
                "BasicEncoding",
                "the client is declared to authenticate in another way than by a Basic header");
        }

        if (provider.Model.Property("NonceReturned") is { Number: 0 } && !AsksForOpenId(declared))
        {
            declared.Report(
                DiagnosticDescriptors.QuirkWithoutEffect, provider.LocationOf("NonceReturned"), "NonceReturned", "without the scope openid no nonce is sent");
        }

        if (provider.Model.Property("AccessTokenLifetime") is { Number: < 0 })
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, provider.LocationOf("AccessTokenLifetime"), "A lifetime is a number of seconds, or 0 if it is not known");
        }

        foreach (var algorithm in provider.Model.Property("IdTokenAlgorithms")?.Items ?? default)
        {
            if (algorithm.StartsWith("HS", StringComparison.Ordinal) && method is PublicClient or PrivateKeyJwt)
            {
                declared.Report(
                    DiagnosticDescriptors.InvalidIdTokenRule,
                    provider.LocationOf("IdTokenAlgorithms"),
                    $"'{algorithm}' is verified with the client secret, and the client is declared to have none");
            }
        }
    }

    private static bool AsksForOpenId(DeclaredProvider declared) =>
        declared.Model.Provider.Property("Scopes")?.Items.Contains("openid") == true
        || declared.Attributes.Any(attribute => attribute.Model.Property("Scopes")?.Items.Contains("openid") == true);

    /// <summary>What renames, moves or omits a field without giving it a value is about one that the message has, or that a base declares.</summary>
    private static void CheckField(DeclaredProvider declared, DeclaredAttribute parameter)
    {
        var name = parameter.Model.Argument(0) ?? "";
        var omits = parameter.Model.Property("Omit") is { Number: 1 };
        if (name.Length == 0 || parameter.Model.Argument(1) is not null || (!omits && parameter.Model.Text("As") is null && parameter.Model.Property("In") is null))
        {
            return;
        }

        // A name that nobody registers is the provider's, and may be one that a caller states: only what cannot be meant is reported.
        var stated = parameter.Messages("On");
        var messages = stated == 0 ? declared.Messages : stated;
        var isMistaken = RegisteredNames.IsField(name)
            ? !RegisteredNames.IsField(name, messages)
            : omits || (parameter.Model.Text("As") is { } sentAs && RegisteredNames.IsField(sentAs, messages));
        if (isMistaken
            && (messages & declared.Messages) != 0
            && declared.Model.Quirks.Count(quirk => quirk.Name == "OAuthParameter" && quirk.Argument(0) == name) < 2)
        {
            declared.Report(DiagnosticDescriptors.UnknownField, parameter.LocationOf(0), name, omits ? "left out" : parameter.Model.Text("As") is null ? "moved" : "renamed");
        }
    }

    /// <summary>RFC 6750 section 2.3: a token in a query is a last resort.</summary>
    private static void CheckToken(DeclaredProvider declared, DeclaredAttribute parameter)
    {
        if (parameter.Model.Argument(1)?.Contains("{token.access_token}") != true)
        {
            return;
        }

        var messages = parameter.Messages("On") & declared.Messages;
        var place = parameter.Model.Property("In")?.Number ?? 0;
        var isOfUrl = place == InQuery || (place == 0 && (messages & MessageNames.UserInfo) != 0 && !declared.Model.Quirks.Any(IsPostOfUserInfo));
        if (isOfUrl)
        {
            declared.Report(DiagnosticDescriptors.DeclaredUrlSecret, parameter.LocationOf(1), "The access token");
        }
    }

    private static bool IsPostOfUserInfo(AttributeModel quirk) =>
        quirk.Name == "OAuthRequest"
        && quirk.Arguments.Count > 0
        && (quirk.Arguments[0].Number & MessageNames.UserInfo) != 0
        && quirk.Text("Method")?.Equals("POST", StringComparison.OrdinalIgnoreCase) == true
        && quirk.Property("Body")?.Number != InQuery;

    /// <summary>A GET, or a body in the query, at an endpoint where the client authenticates.</summary>
    private static void CheckTransport(DeclaredProvider declared, DeclaredAttribute request)
    {
        var messages = request.Messages("Messages") & declared.Messages & (MessageNames.Token | MessageNames.DeviceAuthorization | MessageNames.Revocation | MessageNames.Introspection);
        if (messages == 0)
        {
            return;
        }

        var isGet = request.Model.Text("Method")?.Equals("GET", StringComparison.OrdinalIgnoreCase) == true;
        if (isGet || request.Model.Property("Body") is { Number: InQuery })
        {
            declared.Report(
                DiagnosticDescriptors.DeclaredUrlSecret,
                request.LocationOf(isGet ? "Method" : "Body"),
                $"The {MessageNames.Of(messages)} message, and what it carries of secrets and tokens,");
        }
    }

    private static void CheckMember(DeclaredProvider declared, DeclaredAttribute member)
    {
        var stated = member.Messages("On");
        var messages = stated == 0 ? declared.Messages : stated;
        if (member.Model.Argument(0) is { } name && (messages & declared.Messages) != 0 && !RegisteredNames.IsMember(name, messages))
        {
            declared.Report(DiagnosticDescriptors.UnknownMember, member.LocationOf(0), name, $"the reply to {MessageNames.Of(messages)}");
        }
    }
}
