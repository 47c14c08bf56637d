using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Xunit;
using Microsoft.AspNetCore.DataProtection;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tests.Hostile;

/// <summary>What holds for every input, and not only for those that somebody thought of.</summary>
public sealed class PropertyTests
{
    private static readonly IDataProtector Protector = new EphemeralDataProtectionProvider().CreateProtector("app");

    [Property]
    public void A_form_is_read_as_it_was_written(NonNull<string>[] names, NonNull<string> value)
    {
        var fields = new MessageFields();
        foreach (var name in names)
        {
            fields.Add("n" + Text(name), Text(value));
        }

        var read = FormEncoding.Parse(Encoding.ASCII.GetString(FormEncoding.WriteForm(fields))).ToList();
        Assert.Equal(names.Select(name => "n" + Text(name)), read.Select(field => field.Key));
        Assert.All(read, field => Assert.Equal(Text(value), field.Value));
    }

    [Property]
    public void Basic_credentials_survive_any_character(NonEmptyString id, NonEmptyString secret)
    {
        var header = ClientAuthentication.Basic(Text(id), Text(secret), BasicEncoding.FormEncoded);
        var parts = Encoding.ASCII.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':');
        Assert.Equal([Text(id), Text(secret)], parts.Select(System.Net.WebUtility.UrlDecode));
    }

    [Property]
    public void A_user_given_value_injects_no_parameter_into_an_authorization_request_SB_10(NonEmptyString value)
    {
        var client = Clients.Create<IPlain>(new Wire());
        var request = client.CreateAuthorizationRequestAsync(new()
        {
            RedirectUri = new("https://app.example/cb"),
            LoginHint = "x" + Text(value),
            Prompt = "p" + Text(value),
        }).GetAwaiter().GetResult();
        var fields = FormEncoding.Parse(request.Uri.OriginalString.Split('?')[1]).ToLookup(field => field.Key, field => field.Value);
        Assert.Equal("x" + Text(value), Assert.Single(fields["login_hint"]));
        Assert.Equal("https://app.example/cb", Assert.Single(fields["redirect_uri"]));
        Assert.Equal(request.State, Assert.Single(fields["state"]));
        Assert.Equal(
            ["client_id", "code_challenge", "code_challenge_method", "login_hint", "prompt", "redirect_uri", "response_type", "state"],
            fields.Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Property]
    public void A_challenge_is_read_as_it_was_written(NonNull<string> realm, NonNull<string> description)
    {
        var (first, second) = (Printable(realm.Get), Printable(description.Get));
        Assert.True(AuthenticationChallenge.TryParse(
            $"""Negotiate abc==, Bearer realm="{Quote(first)}" , error=invalid_token,error_description="{Quote(second)}", DPoP algs="ES256" """, out var challenges));
        Assert.Equal(["Negotiate", "Bearer", "DPoP"], challenges.Select(challenge => challenge.Scheme));
        Assert.Equal((first, "invalid_token", second), (challenges[1]["realm"], challenges[1]["error"], challenges[1]["error_description"]));

        static string Quote(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
    }

    [Property]
    public void A_protected_parameter_that_arrives_twice_ends_the_sign_in_AR_05(NonNull<string>[] noise, PositiveInt choice)
    {
        string[] names = ["code", "state", "iss", "error"];
        var name = names[choice.Get % names.Length];
        var client = Clients.Create<IPlain>(new Wire());
        var request = client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") }).GetAwaiter().GetResult();
        List<KeyValuePair<string, string>> parameters =
        [
            .. noise.Select((text, index) => KeyValuePair.Create($"noise{index}", text.Get)),
            new("state", request.State),
            new("code", "c"),
            new(name, "again"),
        ];
        if (name is "iss" or "error")
        {
            parameters.Add(new(name, "again"));
        }

        var exception = Assert.Throws<OAuthException>(() =>
            client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.FromParameters(parameters)).GetAwaiter().GetResult());
        Assert.Equal(OAuthFailure.DuplicateParameter, exception.Failure);
    }

    [Property]
    public void An_unknown_member_of_a_token_reply_changes_nothing_TR_28(NonEmptyString name, NonNull<string> value)
    {
        var reply = new JsonObject { ["access_token"] = "at-1", ["expires_in"] = 60, ["x" + Text(name)] = new JsonObject { [Text(value)] = new JsonArray(Text(value)) } };
        var token = Clients.Create<IPlain>(new Wire().Always("/token", reply.ToJsonString())).RequestClientTokenAsync().GetAwaiter().GetResult();
        Assert.Equal(("at-1", TimeSpan.FromMinutes(1)), (token.AccessToken, token.ExpiresIn));
    }

    [Property]
    public void Any_JSON_is_a_token_or_a_refusal_with_a_reason(string[] names, int number, bool flag)
    {
        var reply = new JsonObject();
        string[] members = ["access_token", "token_type", "expires_in", "scope", "refresh_token", "id_token", "error", "error_description"];
        foreach (var (index, text) in names.Index())
        {
            reply[members[index % members.Length]] = (index + number) switch
            {
                var n when n % 5 == 0 => number,
                var n when n % 7 == 0 => flag,
                var n when n % 11 == 0 => new JsonArray(text),
                var n when n % 13 == 0 => new JsonObject(),
                _ => text,
            };
        }

        try
        {
            var token = Clients.Create<IPlain>(new Wire().Always("/token", reply.ToJsonString())).RequestClientTokenAsync().GetAwaiter().GetResult();
            Assert.Equal(reply["access_token"]!.GetValue<string>(), token.AccessToken);

            // Some providers say so that there is no error.
            Assert.True(reply["error"]?.ToJsonString() is null or "\"\"" or "false", reply.ToJsonString());
        }
        catch (OAuthException exception)
        {
            Assert.NotEqual(OAuthFailure.Unknown, exception.Failure);
        }
    }

    [Property]
    public void What_is_sealed_is_what_is_opened(NonEmptyString loginHint, NonNull<string> scope)
    {
        var client = Clients.Create<IPlain>(new Wire());
        var request = client.CreateAuthorizationRequestAsync(new()
        {
            RedirectUri = new("https://app.example/cb"),
            LoginHint = Text(loginHint),
            Scopes = ["s" + Printable(scope.Get).Replace(" ", "", StringComparison.Ordinal)],
        }).GetAwaiter().GetResult();
        var sealedText = request.Protect(Protector);
        var opened = AuthorizationRequest.Unprotect(sealedText, Protector);
        Assert.Equal(request.Data.Write(), opened.Data.Write());
        Assert.DoesNotContain(request.Data.CodeVerifier!, sealedText, StringComparison.Ordinal);
    }

    [Property(MaxTest = 50)]
    public void No_two_requests_share_a_state_or_a_verifier_PK_05(PositiveInt _)
    {
        var client = Clients.Create<IPlain>(new Wire());
        var requests = Enumerable.Range(0, 20)
            .Select(_ => client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") }).GetAwaiter().GetResult().Data)
            .ToList();
        Assert.Equal(40, requests.SelectMany(request => new[] { request.State, request.CodeVerifier! }).Distinct(StringComparer.Ordinal).Count());
        Assert.All(requests, request => Assert.Matches("^[A-Za-z0-9._~-]{43,128}$", request.CodeVerifier));
    }

    [Property]
    public void A_challenge_of_PKCE_is_the_hash_of_its_verifier_PK_03(PositiveInt _)
    {
        var verifier = CodeVerifier.Create();
        Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier.Value))), verifier.Challenge());
    }

    [Property]
    public void Only_canonical_base64url_is_decoded_ID_03(byte[] bytes, NonNull<string> junk)
    {
        var text = Base64Url.EncodeToString(bytes);
        Assert.True(StrictBase64Url.TryDecode(text, out var decoded));
        Assert.Equal(bytes, decoded);
        Assert.False(StrictBase64Url.TryDecode(text + "=", out _));
        Assert.Equal(StrictBase64Url.TryDecode(junk.Get, out var again), again.Length > 0 || junk.Get.Length == 0);
        Assert.True(again.Length == 0 || Base64Url.EncodeToString(again) == junk.Get);
    }

    /// <summary>Half of a surrogate pair is no character: no encoding carries it.</summary>
    private static string Text(NonEmptyString text) => Text(text.Get);

    private static string Text(NonNull<string> text) => Text(text.Get);

    private static string Text(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Printable(string text) => string.Concat(text.Where(c => c is >= ' ' and <= '~'));
}
