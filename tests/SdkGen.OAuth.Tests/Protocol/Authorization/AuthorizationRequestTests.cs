using Microsoft.AspNetCore.DataProtection;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>Authorization requests: what they carry, what may be asked for, and how they wait.</summary>
public sealed class AuthorizationRequestTests
{
    private static readonly Uri RedirectUri = new("https://app.example/callback");

    /// <summary>What waits for a callback if a provider has nothing but what it must have.</summary>
    internal static AuthorizationRequestData Waiting => new()
    {
        Provider = "Idp",
        ClientId = "client-1",
        Issuer = null,
        State = "the-state",
        Nonce = null,
        CodeVerifier = null,
        RedirectUri = "https://app.example/cb?tenant=1",
        Scopes = [],
        ExpiresAt = DateTimeOffset.UnixEpoch,
        MaxAge = null,
        KeyThumbprint = null,
        Values = TokenResponse.EmptyValues,
    };

    [Fact]
    public async Task Every_request_carries_state_nonce_and_an_S256_challenge()
    {
        var request = await Client().CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        var query = WireRequest.Parse(request.Uri.Query.TrimStart('?'));

        Assert.Equal("https://id.example.com/auth", request.Uri.GetLeftPart(UriPartial.Path));
        Assert.Equal("code", query["response_type"].Single());
        Assert.Equal(TestIssuer.ClientId, query["client_id"].Single());
        Assert.Equal("https://app.example/callback", query["redirect_uri"].Single());
        Assert.Equal("openid profile offline_access", query["scope"].Single());
        Assert.Equal("S256", query["code_challenge_method"].Single());
        Assert.Equal(43, query["code_challenge"].Single().Length);
        Assert.Equal(43, query["nonce"].Single().Length);
        Assert.Equal(request.State, query["state"].Single());
        Assert.Equal(43, request.State.Length);
        Assert.DoesNotContain("code_verifier", request.Uri.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("[\"plain\",\"S256\"]")]
    [InlineData("[\"S512\"]")]
    public async Task PK_06_S256_is_sent_where_the_metadata_do_not_rule_it_out(string? announced)
    {
        var client = Client(metadata => metadata["code_challenge_methods_supported"] =
            announced is null ? null : System.Text.Json.Nodes.JsonNode.Parse(announced));
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });

        Assert.Contains("code_challenge_method=S256", request.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PK_07_a_provider_that_announces_plain_alone_is_refused() => await Clients.FailsAsync(
        OAuthFailure.ChallengeMethodNotSupported,
        () => Client(metadata => metadata["code_challenge_methods_supported"] = new System.Text.Json.Nodes.JsonArray("plain"))
            .CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }));

    [Fact]
    public async Task PK_05_no_two_requests_share_a_value()
    {
        var client = Client();
        var requests = new List<AuthorizationRequest>();
        for (var i = 0; i < 100; i++)
        {
            requests.Add(await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }));
        }

        Assert.Equal(300, requests.SelectMany(request => new[] { request.State, request.Data.Nonce!, request.Data.CodeVerifier! }).Distinct().Count());
        Assert.All(requests, request => Assert.Matches("^[A-Za-z0-9_-]{43}$", request.Data.CodeVerifier!));
    }

    [Fact]
    public async Task Without_openid_there_is_no_nonce()
    {
        var request = await Client().CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Scopes = ["profile"] });

        Assert.DoesNotContain("nonce", request.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SB_10_a_value_cannot_become_another_parameter()
    {
        var request = await Client().CreateAuthorizationRequestAsync(new()
        {
            RedirectUri = RedirectUri,
            LoginHint = "a&redirect_uri=https://evil.example#x",
            Prompt = "login",
            MaxAge = TimeSpan.FromMinutes(5),
            AcrValues = ["a", "b"],
            UiLocales = ["de-AT", "en"],
            Resources = ["https://one.example", "https://two.example"],
            Additional = { { "hd", "x y" }, { "empty", (string?)null }, { "flag", true }, { "number", 7 } },
        });
        var query = WireRequest.Parse(request.Uri.Query.TrimStart('?'));

        Assert.Equal("https://app.example/callback", query["redirect_uri"].Single());
        Assert.Equal("a&redirect_uri=https://evil.example#x", query["login_hint"].Single());
        Assert.Equal("300", query["max_age"].Single());
        Assert.Equal("a b", query["acr_values"].Single());
        Assert.Equal("de-AT en", query["ui_locales"].Single());
        Assert.Equal(["https://one.example", "https://two.example"], query["resource"]);
        Assert.Equal("x y", query["hd"].Single());
        Assert.Equal("true", query["flag"].Single());
        Assert.Equal("7", query["number"].Single());
        Assert.Empty(query["empty"]);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("nonce")]
    [InlineData("code_challenge")]
    [InlineData("code_verifier")]
    [InlineData("redirect_uri")]
    [InlineData("client_id")]
    [InlineData("client_secret")]
    [InlineData("grant_type")]
    [InlineData("request_uri")]
    [InlineData("scope")]
    public void CA_19_what_the_library_states_cannot_be_stated_again(string name) =>
        Assert.Throws<ArgumentException>(() => new AuthorizationParameters { RedirectUri = RedirectUri, Additional = { { name, "x" } } });

    [Theory]
    [InlineData("https://app.example/callback?tenant=a%20b&x=1")]
    [InlineData("http://127.0.0.1:51004/cb")]
    [InlineData("http://[::1]:51004/cb")]
    [InlineData("http://localhost/cb")]
    [InlineData("com.example.app:/callback")]
    public async Task A_redirect_URI_is_sent_as_it_was_written(string redirectUri)
    {
        var request = await Client().CreateAuthorizationRequestAsync(new() { RedirectUri = new(redirectUri) });

        Assert.Equal(redirectUri, WireRequest.Parse(request.Uri.Query.TrimStart('?'))["redirect_uri"].Single());
        Assert.Equal(redirectUri, request.RedirectUri.OriginalString);
    }

    [Theory]
    [InlineData("/callback")]
    [InlineData("http://app.example/callback")]
    [InlineData("https://app.example/callback#fragment")]
    [InlineData("https://user@app.example/callback")]
    [InlineData("myapp:/callback")]
    public async Task A_redirect_URI_that_others_can_catch_is_refused(string redirectUri) =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Client().CreateAuthorizationRequestAsync(new() { RedirectUri = new(redirectUri, UriKind.RelativeOrAbsolute) }));

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("a\tb")]
    public async Task Several_scopes_in_one_text_are_refused(string scope) =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Client().CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Scopes = [scope] }));

    [Fact]
    public async Task Offline_access_is_asked_for_once_and_not_if_the_options_say_so()
    {
        var request = await Client().CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, Scopes = ["offline_access", "openid"] });
        Assert.Contains("scope=offline_access%20openid&", request.Uri.Query + "&", StringComparison.Ordinal);

        request = await Client(configure: options => options.OfflineAccess = false)
            .CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        Assert.DoesNotContain("offline_access", request.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scopes_of_the_options_stand_for_those_of_the_declaration()
    {
        var request = await Client(configure: options => options.Scopes = ["openid", "email"])
            .CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });

        Assert.Contains("scope=openid%20email%20offline_access", request.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_of_the_endpoint_stays()
    {
        var client = Client(metadata => metadata["authorization_endpoint"] = "https://id.example.com/auth?tenant=1");
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });

        Assert.StartsWith("https://id.example.com/auth?tenant=1&response_type=code&", request.Uri.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_request_is_opened_by_the_same_key_ring()
    {
        var protector = new EphemeralDataProtectionProvider().CreateProtector("app");
        var request = await Client().CreateAuthorizationRequestAsync(
            new() { RedirectUri = RedirectUri, MaxAge = TimeSpan.FromHours(1), Resources = ["https://api.example.com", "https://other.example.com"] });
        var sealedText = request.Protect(protector);
        var opened = AuthorizationRequest.Unprotect(sealedText, protector);

        Assert.Equal(request.Data with { Scopes = [], Resources = [], EssentialAcrValues = [], Values = TokenResponse.EmptyValues, ExpiresAt = default }, opened.Data with { Scopes = [], Resources = [], EssentialAcrValues = [], Values = TokenResponse.EmptyValues, ExpiresAt = default });
        Assert.Equal(request.Data.Scopes, opened.Data.Scopes);
        Assert.Equal(["https://api.example.com", "https://other.example.com"], opened.Data.Resources);
        Assert.Equal(request.ExpiresAt.ToUnixTimeSeconds(), opened.ExpiresAt.ToUnixTimeSeconds());
        Assert.Matches("^[A-Za-z0-9_-]+$", sealedText);
        Assert.DoesNotContain(request.State, sealedText, StringComparison.Ordinal);
        Assert.True(sealedText.Length < 900, $"{sealedText.Length} characters are much for a cookie.");
        Assert.Equal(
            "This authorization request was unsealed for its callback: the user has been sent already. Start a new one to send a user.",
            Assert.Throws<InvalidOperationException>(() => opened.Uri).Message);
    }

    [Fact]
    public void What_waits_for_a_callback_is_read_as_it_was_written()
    {
        var whole = Waiting with
        {
            Issuer = "https://id.example.com",
            Nonce = "the-nonce",
            CodeVerifier = "the-verifier",
            Scopes = ["openid", "email"],
            Resources = ["https://api.example.com"],
            ExpiresAt = DateTimeOffset.UnixEpoch.AddYears(60),
            MaxAge = TimeSpan.Zero,
            KeyThumbprint = "the-thumbprint",
            EssentialAcrValues = ["gold", "silver"],
            Values = new Dictionary<string, string> { ["request.prompt"] = "login", ["request.hd"] = "" },
        };

        Assert.Equivalent(whole, AuthorizationRequestData.Read(whole.Write()), strict: true);
        Assert.Equivalent(Waiting, AuthorizationRequestData.Read(Waiting.Write()), strict: true);
    }

    [Fact]
    public void What_another_version_wrote_says_so() => Assert.Equal(
        "Another version wrote this request.",
        Assert.Throws<FormatException>(() => AuthorizationRequestData.Read([1, .. Waiting.Write()[1..]])).Message);

    [Theory]
    [InlineData("")]
    [InlineData("not sealed at all!")]
    [InlineData("bm90LXNlYWxlZA")]
    public void What_was_not_sealed_is_not_opened(string text)
    {
        var protector = new EphemeralDataProtectionProvider().CreateProtector("app");
        var exception = Assert.Throws<OAuthException>(() => AuthorizationRequest.Unprotect(text, protector));

        Assert.Equal(OAuthFailure.UnreadableRequest, exception.Failure);
        Assert.Equal(
            "The stored authorization request cannot be read: it was changed, or sealed with a key that this process does not have. "
            + "Servers that share a login have to share their Data Protection key ring.",
            exception.Message);
    }

    [Fact]
    public async Task What_was_changed_or_sealed_by_another_key_ring_is_not_opened()
    {
        var protector = new EphemeralDataProtectionProvider().CreateProtector("app");
        var sealedText = (await Client().CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri })).Protect(protector);
        var changed = sealedText[..^6] + (sealedText[^6] == 'A' ? 'B' : 'A') + sealedText[^5..];

        Assert.Equal(OAuthFailure.UnreadableRequest, Assert.Throws<OAuthException>(() => AuthorizationRequest.Unprotect(changed, protector)).Failure);
        Assert.Equal(OAuthFailure.UnreadableRequest, Assert.Throws<OAuthException>(() =>
            AuthorizationRequest.Unprotect(sealedText, new EphemeralDataProtectionProvider().CreateProtector("app"))).Failure);
    }

    [Fact]
    public async Task What_another_version_sealed_is_not_opened()
    {
        var protector = new EphemeralDataProtectionProvider().CreateProtector("app");
        var data = (await Client().CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri })).Data.Write();
        foreach (var bytes in new byte[][] { [(byte)(data[0] + 1), .. data[1..]], data[..^20], data[..1], [] })
        {
            var text = System.Buffers.Text.Base64Url.EncodeToString(protector.CreateProtector("SdkGen.OAuth.AuthorizationRequest.v1").Protect(bytes));

            Assert.Equal(OAuthFailure.UnreadableRequest, Assert.Throws<OAuthException>(() => AuthorizationRequest.Unprotect(text, protector)).Failure);
        }
    }

    [Fact]
    public async Task A_negative_max_age_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Client().CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri, MaxAge = TimeSpan.FromSeconds(-1) }));

    [Fact]
    public async Task A_request_prints_no_secret()
    {
        var request = await Client().CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        var text = request.ToString();

        Assert.DoesNotContain(request.State, text, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Data.Nonce!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Data.CodeVerifier!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logout_is_a_URL_with_a_state_of_its_own()
    {
        var request = await Client().CreateEndSessionRequestAsync(new() { IdTokenHint = "a.b.c", PostLogoutRedirectUri = new("https://app.example/bye") });
        var query = WireRequest.Parse(request.Uri.Query.TrimStart('?'));

        Assert.Equal("a.b.c", query["id_token_hint"].Single());
        Assert.Equal("https://app.example/bye", query["post_logout_redirect_uri"].Single());
        Assert.Equal(request.State, query["state"].Single());
        Assert.DoesNotContain("a.b.c", request.ToString(), StringComparison.Ordinal);
    }

    private static IIdp Client(Action<System.Text.Json.Nodes.JsonObject>? metadata = null, Action<OAuthClientOptions>? configure = null) =>
        Clients.Create<IIdp>(new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata)), configure);
}
