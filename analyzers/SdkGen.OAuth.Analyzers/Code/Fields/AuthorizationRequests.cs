using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The requests of a file that send a user to a provider.</summary>
internal static class AuthorizationRequests
{
    private static readonly string[] Paths = ["authorize", "oauth/auth", "oauth2/auth", "dialog/oauth", "/oauth2/v2/auth", "qrconnect", "login/oauth", "openid-connect/auth"];

    /// <summary>The groups that are such a request: they ask for a response, or stand in a URL of an authorization endpoint.</summary>
    public static IEnumerable<FieldGroup> In(CodeFile file) => file.Groups.Where(group => Is(file, group));

    /// <summary>Whether a piece of a text belongs to such a request, even if the rest of it stands elsewhere.</summary>
    public static bool IsPart(TextTemplate text) =>
        Words.Contains(text.Shape, "response_type=") || (Words.Contains(text.Shape, "client_id=", "appid=") && !Words.Contains(text.Shape, "grant_type=", "client_secret="));

    private static bool Is(CodeFile file, FieldGroup group)
    {
        if (group.Has(OAuthNames.GrantType) || group.Has(OAuthNames.ClientSecret) || group.Has(OAuthNames.RefreshToken))
        {
            return false;
        }

        if (group.Find(OAuthNames.ResponseType) is { } type)
        {
            // A type that names the parameters, and a document that lists them, is no request.
            return group.Has(OAuthNames.ClientId) && Adding.Is(type) && (type.IsOnWire || IsCallOfClient(type))
                && (type.Value.Text is null || Words.Contains(type.Value.Text, "code", "token")) && type.Value.Text is not "device_code";
        }

        return group.Find(OAuthNames.ClientId) is { Shape: FieldShape.Text } client && IsInAuthorizationUrl(file, client) && group.Has(OAuthNames.RedirectUri) | group.Has(OAuthNames.Scope);
    }

    /// <summary>Arguments and members count where they are given to something that makes the URL.</summary>
    private static bool IsCallOfClient(OAuthField field) => field.Shape switch
    {
        FieldShape.Argument => field.Group is InvocationExpressionSyntax call && Words.Contains(CodeFile.NameOf(call), "Authori", "LoginUrl", "LoginUri"),
        _ => false,
    };

    private static bool IsInAuthorizationUrl(CodeFile file, OAuthField client) =>
        file.Texts.Find(text => text.Node.Span.Contains(client.Key.Span)) is { } text
        && (Words.Contains(text.Shape, Paths)
            || (text.Parts[0] is { Expression: { } start } && Words.Contains(start.ToString(), "authori", "authendpoint", "authurl", "loginurl")))
        && !Words.Contains(text.Shape, "logout", "devicecode", "device/code", "/token?");
}
