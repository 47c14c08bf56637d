using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>A template in a declaration.</summary>
internal readonly struct DeclaredTemplate(string text, Location location, int messages, bool isUrl)
{
    /// <summary>In place of messages: it is needed before the first one.</summary>
    public const int Always = -1;

    public string Text { get; } = text;

    public Location Location { get; } = location;

    /// <summary>The messages that it is part of.</summary>
    public int Messages { get; } = messages;

    public bool IsUrl { get; } = isUrl;

    /// <summary>What is filled in.</summary>
    public IEnumerable<TemplatePart> Holes => (IsUrl ? TemplateSyntax.ParseUrl(Text) : TemplateSyntax.Parse(Text)).Where(part => part.IsHole);

    /// <summary>All templates of a declaration.</summary>
    public static IEnumerable<DeclaredTemplate> Of(DeclaredProvider declared) =>
        declared.Attributes.SelectMany(attribute => Of(declared, attribute));

    private static IEnumerable<DeclaredTemplate> Of(
        DeclaredProvider declared, DeclaredAttribute attribute)
    {
        switch (attribute.Model.Name)
        {
            case "OAuthProvider":
                if (attribute.Model.Argument(0) is { } issuer)
                {
                    yield return new(issuer, attribute.LocationOf(0), Always, true);
                }

                foreach (var property in attribute.Model.Properties)
                {
                    if (EndpointCheck.IsUrl(property.Name) && property.Value.Text is { } url)
                    {
                        yield return new(url, attribute.LocationOf(property.Name), EndpointMessages(property.Name) is var ofEndpoint and not 0 ? ofEndpoint & declared.Messages : Always, true);
                    }
                    else if (property.Name == "ClientId" && property.Value.Text is { } clientId)
                    {
                        yield return new(clientId, attribute.LocationOf("ClientId"), Always, false);
                    }
                }

                break;

            case "OAuthParameter" when attribute.Model.Argument(1) is { } value:
                yield return new(value, attribute.LocationOf(1), attribute.Messages("On") & declared.Messages, false);
                break;

            case "OAuthClientAssertion":
                foreach (var property in attribute.Model.Properties)
                {
                    if (property.Name is "Issuer" or "Audience" && property.Value.Text is { } text)
                    {
                        yield return new(text, attribute.LocationOf(property.Name), Always, false);
                    }
                }

                break;

            case "OAuthRequest":
                foreach (var property in attribute.Model.Properties)
                {
                    if (EndpointCheck.IsUrl(property.Name) && property.Value.Text is { } endpoint)
                    {
                        yield return new(endpoint, attribute.LocationOf(property.Name), attribute.Messages("Messages") & declared.Messages, true);
                    }
                }

                break;
        }
    }

    private static int EndpointMessages(string property) => property switch
    {
        "AuthorizationEndpoint" => MessageNames.Authorization,
        "TokenEndpoint" => MessageNames.Token,
        "DeviceAuthorizationEndpoint" => MessageNames.DeviceAuthorization,
        "RevocationEndpoint" => MessageNames.Revocation,
        "IntrospectionEndpoint" => MessageNames.Introspection,
        "UserInfoEndpoint" => MessageNames.UserInfo,
        "EndSessionEndpoint" => MessageNames.EndSession,
        "BackchannelAuthenticationEndpoint" => MessageNames.BackchannelAuthentication,
        "RegistrationEndpoint" => MessageNames.Registration,
        _ => 0,
    };
}
