using System.Text;
using System.Text.Json;
using SdkGen.OAuth.Metadata;
using SdkGen.OAuth.Protocol;
using static SdkGen.OAuth.Fuzzing.FuzzTarget;

namespace SdkGen.OAuth.Fuzzing.Targets;

/// <summary>What turns text into data, each by itself.</summary>
internal static class Parsers
{
    private const string Secret = "s3cr3t that/nobody+may=see&\"ever\"";

    public static FuzzTarget[] All { get; } =
    [
        new("callback", 150, ["?code=abc%2Bd&state=xyz&iss=https%3A%2F%2Fid.example.com&session_state=1", "error=access_denied&error_description=no&state=xyz", "a=b&&c#_=_"], ReadCallback),
        new("challenge", 150,
        [
            "Bearer realm=\"a b\", error=\"invalid_token\", error_description=\"bad \\\\ \\\"token\\\"\"",
            "Negotiate abc123==, DPoP algs=\"ES256 PS256\", error=use_dpop_nonce,, Basic realm = \"x\"",
        ], ReadChallenge),
        new("form encoding", 150, ["grant_type=client_credentials&scope=a b/+%&=€", "\u0000\uFFFD😀"], ReadForm),
        new("reply", 120, ["""{"access_token":"at","expires_in":"3600","scope":["a","b"],"nested":{"a":[1,2.5e3,null]}}""", "access_token=at&expires_in=3600&scope=a+b"], ReadReply),
        new("metadata", 80,
        [
            """
            {"issuer":"https://id.example.com","authorization_endpoint":"https://id.example.com/a","token_endpoint":"https://id.example.com/t","jwks_uri":"https://id.example.com/k",
            "scopes_supported":["openid",null],"code_challenge_methods_supported":["S256"],"require_pushed_authorization_requests":false,"mtls_endpoint_aliases":{"token_endpoint":"https://m.example.com/t"}}
            """,
        ], ReadMetadata),
        new("key set", 80,
        [
            """
            {"keys":[{"kty":"EC","crv":"P-256","kid":"1","use":"sig","alg":"ES256","x":"WKn-ZIGevcwGIyyrzFoZNBdaq9_TsqzGl96oc0CWuis","y":"y77t-RvAHRKTsSGdIYUfweuOvwrvDD-Q3Hv5J0fSKbE"},
            {"kty":"RSA","e":"AQAB","n":"sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1Wl","key_ops":["verify"]},{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}
            """,
        ], ReadKeys),
        new("template", 80, ["https://{tenant}.example.com/{client.id}/authorize?x={request.scope}", "{baseUrl}/oauth/{a?}", "tenant={tenant}&product={product}"], ReadTemplate),
        new("redaction", 40,
        [
            "{\"error\":\"x\",\"refresh_token\":\"SECRET\",\"a\":\"client_secret=SECRET&code=abc\"}",
            "<html>Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyLTEyMzQ1Njc4OTAifQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ SECRET</html>",
        ], ReadRedaction),
        new("path", 20, ["data.items[0].id", "a[1][2].b.c"], ReadPath),
    ];

    private static Task ReadCallback(byte[] input, Mutations mutations)
    {
        var text = Encoding.UTF8.GetString(input);
        var response = AuthorizationResponse.ParseQuery(text);
        _ = response.State;
        var shown = response.ToString();
        Require(shown.Length < 600, "the text of a callback is bounded");
        Require(!shown.Any(char.IsControl), "the text of a callback forges no lines");
        if (Uri.TryCreate("https://app.example/cb?" + text, UriKind.Absolute, out var uri))
        {
            _ = AuthorizationResponse.Parse(uri).State;
        }

        return Task.CompletedTask;
    }

    private static Task ReadChallenge(byte[] input, Mutations mutations)
    {
        if (AuthenticationChallenge.TryParse(Encoding.UTF8.GetString(input), out var challenges))
        {
            Require(challenges.Count > 0, "a readable header has a challenge");
            Require(challenges.All(challenge => challenge.Scheme.Length > 0 && challenge.Scheme.All(char.IsAscii)), "a scheme is a token");
            Require(challenges.All(challenge => challenge.Token is null || challenge.Parameters.Count == 0), "a challenge has a token or parameters");
        }
        else
        {
            Require(challenges.Count == 0, "an unreadable header has no challenge");
        }

        return Task.CompletedTask;
    }

    private static Task ReadForm(byte[] input, Mutations mutations)
    {
        var value = Encoding.UTF8.GetString(input);
        var fields = new MessageFields();
        fields.Add("a", value);
        fields.Add(value, "b");
        var form = Encoding.ASCII.GetString(FormEncoding.WriteForm(fields));
        Require(FormEncoding.Encode(value) == form.Split('&')[0][2..], "a form and its value are encoded alike");
        var read = FormEncoding.Parse(form).ToList();
        Require(read.Count == 2 && read[0].Value == value && read[1].Key == value, "what is written is what is read");
        var url = FormEncoding.AppendQuery("https://a.example/p?x=1#f", fields);
        Require(url.StartsWith("https://a.example/p?x=1&a=", StringComparison.Ordinal) && url.EndsWith("#f", StringComparison.Ordinal), "a query stays where it was");
        Require(Uri.TryCreate(url, UriKind.Absolute, out _), "what is appended leaves a URL");
        _ = FormEncoding.Parse(value).Count();
        return Task.CompletedTask;
    }

    private static Task ReadReply(byte[] input, Mutations mutations)
    {
        if (ReplyReader.TryParse(input, out var reply, out _))
        {
            Require(reply.ValueKind == JsonValueKind.Object, "a reply is an object");
            foreach (var member in reply.EnumerateObject())
            {
                _ = ReplyReader.Text(member.Value);
                _ = ReplyReader.TryReadScopes(member.Value, ' ', out _);
                if (ReplyReader.TryReadSeconds(member.Value, out var seconds) && seconds is { } number)
                {
                    Require(double.IsFinite(number), "seconds are finite");
                }
            }
        }

        return Task.CompletedTask;
    }

    private static Task ReadMetadata(byte[] input, Mutations mutations)
    {
        ProviderMetadata metadata;
        try
        {
            metadata = ProviderMetadata.Parse(input);
        }
        catch (JsonException)
        {
            return Task.CompletedTask;
        }

        foreach (var message in Enum.GetValues<OAuthMessage>())
        {
            _ = metadata.Endpoint(message);
        }

        return Task.CompletedTask;
    }

    private static Task ReadKeys(byte[] input, Mutations mutations)
    {
        try
        {
            foreach (var key in SigningKeys.Parse(input))
            {
                Require(key.D is null && key.K is null && !key.HasPrivateKey, "nothing but public members is read");
                Require(SigningKeys.Fits(key, "RS256") || SigningKeys.Fits(key, "PS256") || SigningKeys.Fits(key, "ES256")
                    || key.Kty is "RSA" or "EC", "a key is for something");
            }
        }
        catch (JsonException)
        {
        }

        return Task.CompletedTask;
    }

    private static Task ReadTemplate(byte[] input, Mutations mutations)
    {
        var text = Encoding.UTF8.GetString(input);
        try
        {
            _ = TemplateSyntax.Parse(text);
            _ = TemplateSyntax.ParseUrl(text);
            _ = new UrlTemplate(text);
        }
        catch (TemplateException)
        {
        }

        return Task.CompletedTask;
    }

    private static Task ReadRedaction(byte[] input, Mutations mutations)
    {
        string[] forms =
        [
            Secret, Uri.EscapeDataString(Secret), FormEncoding.Encode(Secret), System.Net.WebUtility.HtmlEncode(Secret),
            JsonEncodedText.Encode(Secret).ToString(),
        ];
        var form = forms[mutations.Below(forms.Length)];
        var text = Encoding.UTF8.GetString(input).Replace("SECRET", form, StringComparison.Ordinal);
        var clean = Redactor.Clean(text, [Secret]);
        Require(clean?.Contains(form, StringComparison.OrdinalIgnoreCase) != true, "a secret is not shown in any encoding");
        Require(clean is null || clean.Length <= 257, "a cleaned text is bounded");
        Require(clean?.Any(char.IsControl) != true, "a cleaned text forges no lines");
        _ = Redactor.WithoutQuery(text);
        return Task.CompletedTask;
    }

    private static Task ReadPath(byte[] input, Mutations mutations)
    {
        try
        {
            using var document = JsonDocument.Parse("""{"data":{"items":[{"id":"x"}]},"a":[0,[0,1,{"b":{"c":1}}]]}""");
            _ = new JsonPath(Encoding.UTF8.GetString(input)).Find(document.RootElement);
        }
        catch (FormatException)
        {
        }

        return Task.CompletedTask;
    }
}
