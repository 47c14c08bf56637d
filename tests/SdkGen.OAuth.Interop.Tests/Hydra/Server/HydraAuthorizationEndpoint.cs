using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>GET and POST /oauth2/auth. The user is whom <c>login_hint</c> names, and consents; <c>deny</c> refuses.</summary>
internal sealed class HydraAuthorizationEndpoint(IReadOnlyDictionary<string, HydraClient> clients, HydraStore store)
{
    private const int MinStateLength = 8;

    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var fields = request.HasFormContentType
            ? (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value)
            : request.Query.ToDictionary(field => field.Key, field => field.Value);
        string Field(string name) => fields.TryGetValue(name, out var value) ? value.ToString() : "";

        // Nobody is sent to an address that is not registered: the error is the user's to see.
        if (!clients.TryGetValue(Field("client_id"), out var client) || !client.Allows(Field("redirect_uri")))
        {
            return Results.Redirect("/oauth2/fallbacks/error?error=invalid_request");
        }

        List<KeyValuePair<string, string>> answer;
        try
        {
            answer = [new("code", Grant(client, Field, fields.GetValueOrDefault("audience"))), new("scope", Field("scope"))];
        }
        catch (HydraError error)
        {
            answer = [new("error", error.Code), new("error_description", error.Description)];
        }

        answer.Add(new("state", Field("state")));
        return Field("response_mode") == "form_post" ? Form(Field("redirect_uri"), answer) : Redirect(Field("redirect_uri"), answer);
    }

    private string Grant(HydraClient client, Func<string, string> field, Microsoft.Extensions.Primitives.StringValues audience)
    {
        if (field("state").Length < MinStateLength)
        {
            throw new HydraError("invalid_state", "The state is missing or has less than 8 characters.");
        }

        if (field("response_type") != "code")
        {
            throw new HydraError("unsupported_response_type", "Only the code is granted.");
        }

        var challenge = field("code_challenge");
        if (challenge.Length == 0 ? client.IsPublic : field("code_challenge_method") != "S256")
        {
            throw new HydraError("invalid_request", "The code_challenge is missing, or not made with S256.");
        }

        var (scopes, allowed) = (HydraTokenEndpoint.Scopes(client, field("scope")), HydraTokenEndpoint.Audience(client, audience));
        if (field("login_hint") == "deny")
        {
            throw new HydraError("access_denied", "The resource owner denied the request.");
        }

        if (field("prompt") == "none")
        {
            throw new HydraError("login_required", "Nobody is signed in.");
        }

        return store.Issue("ory_ac_", new(client, field("login_hint") is { Length: > 0 } hint ? hint : "alice", scopes, allowed)
        {
            Nonce = field("nonce") is { Length: > 0 } nonce ? nonce : null,
            RedirectUri = field("redirect_uri"),
            Challenge = challenge.Length > 0 ? challenge : null,
        }, "code", TimeSpan.FromMinutes(10));
    }

    private static IResult Redirect(string redirectUri, List<KeyValuePair<string, string>> answer)
    {
        var query = string.Join('&', answer.Select(field => $"{field.Key}={WebUtility.UrlEncode(field.Value)}"));
        return new SeeOther(redirectUri + (redirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query);
    }

    private static IResult Form(string redirectUri, List<KeyValuePair<string, string>> answer)
    {
        var page = new StringBuilder("<!doctype html><html><body onload=\"document.forms[0].submit()\"><form method=\"post\" action=\"")
            .Append(WebUtility.HtmlEncode(redirectUri)).Append("\">");
        foreach (var (name, value) in answer)
        {
            page.Append("<input type=\"hidden\" name=\"").Append(name).Append("\" value=\"").Append(WebUtility.HtmlEncode(value)).Append("\">");
        }

        return Results.Content(page.Append("</form></body></html>").ToString(), "text/html");
    }

    private sealed class SeeOther(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}
