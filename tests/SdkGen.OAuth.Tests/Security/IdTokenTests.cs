using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>The checks of ID tokens, through a whole login: each has a failure of its own, and no token comes out of one that fails.</summary>
public sealed class IdTokenTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    private readonly TestIssuer _issuer = issuer;

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    [InlineData("PS256")]
    public async Task A_token_of_the_issuer_is_accepted(string algorithm)
    {
        var token = await LoginAsync(nonce => _issuer.Sign(TestIssuer.Claims(nonce), algorithm: algorithm));

        Assert.Equal("user-1", token.IdToken!.Subject);
        Assert.Equal(TestIssuer.Issuer, token.IdToken.Issuer);
        Assert.Equal([TestIssuer.ClientId], token.IdToken.Audiences);
        Assert.Equal("user-1", token.IdToken["sub"]);
        Assert.DoesNotContain("user-1", token.IdToken.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, OAuthFailure, Action<JsonObject>> WrongClaims { get; } = new()
    {
        { "ID-13 iss", OAuthFailure.IdTokenClaim, claims => claims.Remove("iss") },
        { "ID-13 sub", OAuthFailure.IdTokenClaim, claims => claims.Remove("sub") },
        { "ID-13 aud", OAuthFailure.IdTokenAudience, claims => claims.Remove("aud") },
        { "ID-13 exp", OAuthFailure.IdTokenClaim, claims => claims.Remove("exp") },
        { "ID-13 iat", OAuthFailure.IdTokenClaim, claims => claims.Remove("iat") },
        { "ID-14 iss + 1", OAuthFailure.IdTokenIssuer, claims => claims["iss"] = TestIssuer.Issuer + "1" },
        { "ID-14 trailing slash", OAuthFailure.IdTokenIssuer, claims => claims["iss"] = TestIssuer.Issuer + "/" },
        { "ID-14 case", OAuthFailure.IdTokenIssuer, claims => claims["iss"] = "https://ID.example.com" },
        { "ID-15", OAuthFailure.IdTokenAudience, claims => claims["aud"] = TestIssuer.ClientId + "1" },
        { "ID-17 no azp", OAuthFailure.IdTokenAuthorizedParty, claims => claims["aud"] = new JsonArray(TestIssuer.ClientId, "other") },
        { "ID-17 another azp", OAuthFailure.IdTokenAuthorizedParty, claims => (claims["aud"], claims["azp"]) = (new JsonArray(TestIssuer.ClientId, "other"), "other") },
        { "azp of another", OAuthFailure.IdTokenAuthorizedParty, claims => claims["azp"] = "other" },
        { "ID-18 empty", OAuthFailure.IdTokenAudience, claims => claims["aud"] = new JsonArray() },
        { "ID-18 number", OAuthFailure.IdTokenAudience, claims => claims["aud"] = 5 },
        { "ID-18 object", OAuthFailure.IdTokenAudience, claims => claims["aud"] = new JsonObject() },
        { "ID-18 other", OAuthFailure.IdTokenAudience, claims => claims["aud"] = new JsonArray("other") },
        { "ID-18 number in the list", OAuthFailure.IdTokenAudience, claims => claims["aud"] = new JsonArray(5, TestIssuer.ClientId) },
        { "ID-19", OAuthFailure.IdTokenExpired, claims => claims["exp"] = TestIssuer.Now - 360 },
        { "ID-19 just now", OAuthFailure.IdTokenExpired, claims => claims["exp"] = TestIssuer.Now - 31 },
        { "ID-20 text", OAuthFailure.IdTokenClaim, claims => claims["exp"] = "4102444800" },
        { "ID-22 text", OAuthFailure.IdTokenClaim, claims => claims["iat"] = "1730000000" },
        { "ID-22 a week ago", OAuthFailure.IdTokenIssuedAt, claims => claims["iat"] = TestIssuer.Now - (7 * 86400) },
        { "ID-23 iat in the future", OAuthFailure.IdTokenIssuedAt, claims => claims["iat"] = TestIssuer.Now + 120 },
        { "ID-23 nbf in the future", OAuthFailure.IdTokenNotYetValid, claims => claims["nbf"] = TestIssuer.Now + 120 },
        { "ID-24", OAuthFailure.IdTokenNonce, claims => claims.Remove("nonce") },
        { "ID-25", OAuthFailure.IdTokenNonce, claims => claims["nonce"] = claims["nonce"] + "1" },
        { "a nonce that is a number", OAuthFailure.IdTokenNonce, claims => claims["nonce"] = 1 },
        { "ID-28 negative", OAuthFailure.IdTokenClaim, claims => claims["auth_time"] = -1 },
        { "ID-28 text", OAuthFailure.IdTokenClaim, claims => claims["auth_time"] = "1" },
        { "ID-28 array", OAuthFailure.IdTokenClaim, claims => claims["auth_time"] = new JsonArray() },
        { "ID-28 truth", OAuthFailure.IdTokenClaim, claims => claims["auth_time"] = true },
        { "exp before all times", OAuthFailure.IdTokenClaim, claims => claims["exp"] = -1 },
        { "exp that is a list", OAuthFailure.IdTokenClaim, claims => claims["exp"] = new JsonArray(TestIssuer.Now + 300) },
        { "nbf that is a text", OAuthFailure.IdTokenClaim, claims => claims["nbf"] = "1" },
        { "ID-31", OAuthFailure.IdTokenAccessTokenHash, claims => claims["at_hash"] = "77QmUPtjPfzWtF2AnpK9RQ" },
        { "at_hash that is a number", OAuthFailure.IdTokenAccessTokenHash, claims => claims["at_hash"] = 7 },
        { "ID-37 empty", OAuthFailure.IdTokenClaim, claims => claims["sub"] = "" },
        { "sub that is a number", OAuthFailure.IdTokenClaim, claims => claims["sub"] = 7 },
    };

    [Theory]
    [MemberData(nameof(WrongClaims))]
    public async Task A_wrong_claim_is_refused(string id, OAuthFailure failure, Action<JsonObject> change)
    {
        Assert.NotEmpty(id);
        var exception = await Clients.FailsAsync(failure, () => LoginAsync(nonce =>
        {
            var claims = TestIssuer.Claims(nonce);
            change(claims);
            return _issuer.Sign(claims);
        }));

        Assert.Equal("Idp", exception.Provider);
        Assert.Contains("OpenID Connect Core", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<JsonObject>> GoodClaims { get; } = new()
    {
        { "ID-16", claims => claims["aud"] = new JsonArray(TestIssuer.ClientId) },
        { "ID-17", claims => (claims["aud"], claims["azp"]) = (new JsonArray(TestIssuer.ClientId, "other"), TestIssuer.ClientId) },
        { "ID-19 within the skew", claims => claims["exp"] = TestIssuer.Now - 10 },
        { "ID-21 fraction", claims => claims["iat"] = TestIssuer.Now + 0.5 },
        { "ID-23 within the skew", claims => claims["iat"] = TestIssuer.Now + 10 },
        { "ID-31 absent", claims => claims.Remove("at_hash") },
        { "ID-31 right", claims => claims["at_hash"] = OAuth.Security.IdTokenValidator.AccessTokenHash("RS256", "at") },
        { "auth_time", claims => claims["auth_time"] = TestIssuer.Now - 5 },
    };

    [Theory]
    [MemberData(nameof(GoodClaims))]
    public async Task A_claim_within_the_rules_is_accepted(string id, Action<JsonObject> change)
    {
        Assert.NotEmpty(id);
        var token = await LoginAsync(nonce =>
        {
            var claims = TestIssuer.Claims(nonce);
            change(claims);
            return _issuer.Sign(claims);
        });

        Assert.NotNull(token.IdToken);
    }

    public static TheoryData<string, OAuthFailure, string, Action<JsonObject>> WrongHeaders { get; } = new()
    {
        { "ID-05", OAuthFailure.IdTokenCriticalHeader, "RS256", header => header["crit"] = new JsonArray("exp") },
        { "ID-07", OAuthFailure.IdTokenAlgorithm, "none", _ => { } },
        { "ID-08", OAuthFailure.IdTokenAlgorithm, "none", header => header["alg"] = "NONE" },
        { "ID-10", OAuthFailure.IdTokenAlgorithm, "RS256", header => header["alg"] = "RS512" },
        { "no alg", OAuthFailure.IdTokenAlgorithm, "RS256", header => header.Remove("alg") },
        { "HS256 with the client's secret", OAuthFailure.IdTokenAlgorithm, "HS256", _ => { } },
        { "ID-35 access token", OAuthFailure.IdTokenType, "RS256", header => header["typ"] = "at+jwt" },
        { "ID-35 logout token", OAuthFailure.IdTokenType, "RS256", header => header["typ"] = "logout+jwt" },
        { "an unknown key", OAuthFailure.IdTokenKeyNotFound, "RS256", header => header["kid"] = "unknown" },
        { "ID-10 the key of another algorithm", OAuthFailure.IdTokenSignature, "PS256", header => header["alg"] = "RS256" },
        { "the key of another type", OAuthFailure.IdTokenKeyNotFound, "RS256", header => header["alg"] = "ES256" },
    };

    [Theory]
    [MemberData(nameof(WrongHeaders))]
    public async Task A_wrong_header_is_refused(string id, OAuthFailure failure, string algorithm, Action<JsonObject> change)
    {
        Assert.NotEmpty(id);
        await Clients.FailsAsync(failure, () => LoginAsync(nonce => _issuer.Sign(TestIssuer.Claims(nonce), change, algorithm)));
    }

    [Theory]
    [InlineData("JWT")]
    [InlineData("jwt")]
    [InlineData("application/jwt")]
    [InlineData(null)]
    public async Task ID_35_a_type_that_says_JWT_or_nothing_is_accepted(string? type)
    {
        var token = await LoginAsync(nonce => _issuer.Sign(TestIssuer.Claims(nonce), header => Set(header, "typ", type)));

        Assert.NotNull(token.IdToken);
    }

    [Theory]
    [InlineData("RS256", "RS256", null)]
    [InlineData("ES256", "RS256", OAuthFailure.IdTokenAlgorithm)]
    [InlineData("RS256", "PS256", OAuthFailure.IdTokenAlgorithm)]
    [InlineData("PS256", "PS256 ES256", null)]
    [InlineData("RS512", "RS512", null)]
    [InlineData("RS512", null, OAuthFailure.IdTokenAlgorithm)]
    [InlineData("HS256", "HS256 RS256", OAuthFailure.IdTokenAlgorithm)]
    [InlineData("none", "none", OAuthFailure.IdTokenAlgorithm)]
    [InlineData("RS256", "none HS256 EdDSA", null)]
    public async Task ID_06_the_announced_algorithms_are_the_accepted_ones(string algorithm, string? announced, OAuthFailure? failure)
    {
        var wire = Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
            metadata["id_token_signing_alg_values_supported"] = announced is null ? null : new JsonArray([.. announced.Split(' ').Select(name => JsonValue.Create(name))])));
        Task<TokenResponse> Login() =>
            LoginAsync(Clients.Create<IIdp>(wire), wire, nonce => _issuer.Sign(TestIssuer.Claims(nonce), algorithm: algorithm));

        if (failure is { } expected)
        {
            await Clients.FailsAsync(expected, Login);
        }
        else
        {
            Assert.NotNull((await Login()).IdToken);
        }
    }

    [Theory]
    [InlineData("user-1", null)]
    [InlineData("", OAuthFailure.IdTokenClaim)]
    public async Task DV_21_the_ID_token_of_a_device_is_validated_too(string subject, OAuthFailure? failure)
    {
        var wire = Wire().Answer("/device", """{"device_code":"d","user_code":"u","verification_uri":"https://v.example","expires_in":300}""");
        var client = Clients.Create<IIdp>(wire);
        var authorization = await client.RequestDeviceAuthorizationAsync();
        var claims = TestIssuer.Claims();
        claims["sub"] = subject;
        wire.Answer("/token", Reply(_issuer.Sign(claims))).Answer("/token", Reply(null));
        Task<TokenResponse> Poll() => client.RequestDeviceTokenAsync(new DeviceTokenRequest(authorization));

        if (failure is { } expected)
        {
            await Clients.FailsAsync(expected, Poll);
        }
        else
        {
            Assert.Equal(subject, (await Poll()).IdToken!.Subject);
        }

        await Clients.FailsAsync(OAuthFailure.IdTokenMissing, Poll);
    }

    [Fact]
    public async Task JW_07_without_a_key_id_the_key_that_fits_is_used()
    {
        var token = await LoginAsync(nonce => _issuer.Sign(TestIssuer.Claims(nonce), header => header.Remove("kid")));

        Assert.NotNull(token.IdToken);
    }

    [Fact]
    public async Task ID_11_a_key_in_the_header_is_not_looked_at()
    {
        using var attacker = new TestIssuer();
        await Clients.FailsAsync(OAuthFailure.IdTokenSignature, () => LoginAsync(nonce => attacker.Sign(TestIssuer.Claims(nonce), header =>
        {
            header["kid"] = _issuer.KeyId;
            header["jwk"] = attacker.RsaKey();
            header["jku"] = "https://evil.example/keys";
        })));
    }

    [Fact]
    public async Task ID_09_the_public_key_is_no_symmetric_key()
    {
        await Clients.FailsAsync(OAuthFailure.IdTokenAlgorithm, () => LoginAsync(nonce =>
        {
            var parts = _issuer.Sign(TestIssuer.Claims(nonce), algorithm: "HS256").Split('.');
            var input = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
            var mac = System.Security.Cryptography.HMACSHA256.HashData(Encoding.ASCII.GetBytes(_issuer.PublicKeyPem()), input);
            return $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(mac)}";
        }));
    }

    public static TheoryData<string, OAuthFailure, Func<string, string>> Damages { get; } = new()
    {
        { "ID-01 two parts", OAuthFailure.IdTokenMalformed, token => token[..token.LastIndexOf('.')] },
        { "ID-01 four parts", OAuthFailure.IdTokenMalformed, token => token + ".a" },
        { "ID-01 five parts", OAuthFailure.IdTokenEncrypted, token => token + ".a.b" },
        { "ID-02 no base64", OAuthFailure.IdTokenMalformed, token => "{}" + token[token.IndexOf('.', StringComparison.Ordinal)..] },
        { "ID-03 padding", OAuthFailure.IdTokenMalformed, token => token + "==" },
        { "ID-03 a line break", OAuthFailure.IdTokenMalformed, token => token + "\n" },
        { "ID-03 a blank", OAuthFailure.IdTokenMalformed, token => " " + token },
        { "ID-33", OAuthFailure.IdTokenSignature, token => Flip(token, token.Length - 20) },
        { "a changed claim", OAuthFailure.IdTokenSignature, token => ChangeClaim(token) },
        { "ID-34", OAuthFailure.IdTokenSignature, token => token[..(token.LastIndexOf('.') + 1)] },
        { "a huge signature", OAuthFailure.IdTokenSignature, token => token[..(token.LastIndexOf('.') + 1)] + new string('A', 400_000) },
        { "a deep payload", OAuthFailure.IdTokenMalformed, token => "e30." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(new string('[', 5000))) + ".AAAA" },
        { "other letters for the same bytes", OAuthFailure.IdTokenMalformed, token => token[..^1] + (char)(token[^1] == 'A' ? 'B' : token[^1] == 'Q' ? 'R' : token[^1] == 'g' ? 'h' : 'x') },
        { "TR-27", OAuthFailure.IdTokenMalformed, _ => "something.resembling.anid_token" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_token_is_refused(string id, OAuthFailure failure, Func<string, string> damage)
    {
        Assert.NotEmpty(id);
        await Clients.FailsAsync(failure, () => LoginAsync(nonce => damage(_issuer.Sign(TestIssuer.Claims(nonce)))));
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("{\"iss\":\"https://id.example.com\",\"iss\":\"https://evil.example\"}")]
    [InlineData("{\"a\":{\"b\":1,\"b\":2}}")]
    [InlineData("{\"sub\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task ID_04_and_ID_40_a_payload_that_is_no_object_or_says_a_thing_twice_is_refused(string payload) =>
        await Clients.FailsAsync(OAuthFailure.IdTokenMalformed, () => LoginAsync(_ => _issuer.SignText(payload)));

    [Fact]
    public async Task TR_26_no_ID_token_where_openid_was_asked_for_is_refused() =>
        await Clients.FailsAsync(OAuthFailure.IdTokenMissing, () => LoginAsync(_ => null));

    [Theory]
    [InlineData(400, OAuthFailure.IdTokenAuthenticationTime)]
    [InlineData(100, null)]
    [InlineData(null, OAuthFailure.IdTokenClaim)]
    public async Task ID_27_and_ID_29_max_age_is_checked(int? secondsAgo, OAuthFailure? failure)
    {
        Task<TokenResponse> Login() => LoginAsync(
            nonce =>
            {
                var claims = TestIssuer.Claims(nonce);
                claims["auth_time"] = secondsAgo is { } seconds ? TestIssuer.Now - seconds : null;
                return _issuer.Sign(claims);
            },
            TimeSpan.FromSeconds(300));

        if (failure is { } expected)
        {
            await Clients.FailsAsync(expected, Login);
        }
        else
        {
            Assert.NotNull((await Login()).IdToken!.AuthenticatedAt);
        }
    }

    [Theory]
    [InlineData("phr", true, null)]
    [InlineData("phrh", true, null)]
    [InlineData("pwd", true, OAuthFailure.IdTokenAuthenticationContext)]
    [InlineData(null, true, OAuthFailure.IdTokenAuthenticationContext)]
    [InlineData("pwd", false, null)]
    [InlineData(null, false, null)]
    public async Task ID_30_an_essential_acr_has_to_be_reached(string? acr, bool isEssential, OAuthFailure? failure)
    {
        var wire = Wire();
        var client = Clients.Create<IIdp>(wire);
        var request = await client.CreateAuthorizationRequestAsync(
            new() { RedirectUri = new("https://app.example/callback"), AcrValues = ["phr", "phrh"], IsAcrEssential = isEssential });
        var claims = TestIssuer.Claims(request.Data.Nonce);
        claims["acr"] = acr;
        wire.Answer("/token", Reply(_issuer.Sign(claims)));
        var protector = new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider().CreateProtector("a");
        var kept = AuthorizationRequest.Unprotect(request.Protect(protector), protector);
        Task<TokenResponse> Redeem() => client.RedeemAuthorizationCodeAsync(kept, Clients.Callback(request));

        if (failure is { } expected)
        {
            await Clients.FailsAsync(expected, Redeem);
        }
        else
        {
            Assert.Equal(acr, (await Redeem()).IdToken!.AuthenticationContext);
        }
    }

    [Fact]
    public async Task ID_30_without_a_value_nothing_is_essential() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Clients.Create<IIdp>(Wire())
            .CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/callback"), IsAcrEssential = true }));

    [Theory]
    [InlineData("RS256", 16)]
    [InlineData("RS512", 32)]
    [InlineData("ES384", 24)]
    public void ID_32_the_hash_of_the_access_token_is_that_of_the_algorithm_and_half_of_it(string algorithm, int bytes)
    {
        var data = Encoding.ASCII.GetBytes("at");
        var hash = algorithm[^3..] switch
        {
            "384" => System.Security.Cryptography.SHA384.HashData(data),
            "512" => System.Security.Cryptography.SHA512.HashData(data),
            _ => System.Security.Cryptography.SHA256.HashData(data),
        };

        Assert.Equal(Base64Url.EncodeToString(hash.AsSpan(0, bytes)), OAuth.Security.IdTokenValidator.AccessTokenHash(algorithm, "at"));
    }

    [Fact]
    public async Task ID_38_a_token_that_is_refused_tells_nothing_of_what_came_with_it()
    {
        var exception = await Clients.FailsAsync(OAuthFailure.IdTokenSignature, () => LoginAsync(nonce => Damage.Signature(_issuer.Sign(TestIssuer.Claims(nonce)))));

        Assert.DoesNotContain("user-1", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(exception.Data);
    }

    [Fact]
    public async Task ID_39_an_issuer_that_is_open_is_open_by_declaration_alone()
    {
        var wire = Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(TestIssuer.Issuer + "/{tenantid}"));

        // The metadata leave the tenant open; the declaration does not.
        await Clients.FailsAsync(OAuthFailure.DiscoveryIssuerMismatch, () => LoginAsync(Clients.Create<IIdp>(wire), wire, nonce => _issuer.Sign(TestIssuer.Claims(nonce))));
    }

    [Fact]
    public async Task HT_09_a_provider_that_has_EdDSA_alone_is_told_apart()
    {
        var wire = Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
            metadata["id_token_signing_alg_values_supported"] = new JsonArray("EdDSA")));
        var exception = await Clients.FailsAsync(OAuthFailure.IdTokenAlgorithm, () => LoginAsync(
            Clients.Create<IIdp>(wire), wire, nonce => _issuer.Sign(TestIssuer.Claims(nonce), header => header["alg"] = "EdDSA")));

        Assert.Contains(".NET cannot verify", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("253402300799")]
    [InlineData("1e300")]
    public async Task A_time_at_the_end_of_all_times_is_a_time(string seconds)
    {
        var token = await LoginAsync(
            nonce => _issuer.SignText(TestIssuer.Claims(nonce).ToJsonString()[..^1] + $",\"auth_time\":{seconds}}}"), TimeSpan.FromDays(30));

        Assert.Equal(9999, token.IdToken!.AuthenticatedAt!.Value.Year);
    }

    [Fact]
    public async Task ID_12_an_ES256_signature_in_DER_is_refused()
    {
        await Clients.FailsAsync(OAuthFailure.IdTokenSignature, () => LoginAsync(nonce =>
            _issuer.Sign(TestIssuer.Claims(nonce), header => header["kid"] = _issuer.KeyId + "-ec", "ES256 in DER")));
    }

    [Fact]
    public async Task ID_26_a_nonce_that_was_not_sent_is_refused()
    {
        // Without openid in the scopes no nonce is sent, yet a token that is there is validated.
        await Clients.FailsAsync(OAuthFailure.IdTokenNonce, () => LoginAsync(_ => _issuer.Sign(TestIssuer.Claims("null1")), scopes: ["profile"]));
    }

    [Fact]
    public async Task ID_36_a_refreshed_token_is_about_the_same_user()
    {
        var wire = Wire();
        var client = Clients.Create<IIdp>(wire);
        var token = await LoginAsync(client, wire, nonce => _issuer.Sign(TestIssuer.Claims(nonce)));

        wire.Answer("/token", Reply(_issuer.Sign(TestIssuer.Claims())));
        var refreshed = await client.RefreshTokenAsync(token);
        Assert.Equal("user-1", refreshed.IdToken!.Subject);

        wire.Answer("/token", Reply(null));
        Assert.Same(refreshed.IdToken, (await client.RefreshTokenAsync(refreshed)).IdToken);

        wire.Answer("/token", Reply(_issuer.Sign(Other())));
        await Clients.FailsAsync(OAuthFailure.IdTokenChangedSubject, () => client.RefreshTokenAsync(refreshed));

        static JsonObject Other()
        {
            var claims = TestIssuer.Claims();
            claims["sub"] = "user-2";
            return claims;
        }
    }

    public static TheoryData<string, OAuthFailure?, Action<JsonObject>> Refreshed { get; } = new()
    {
        { "the same nonce", null, _ => { } },
        { "no nonce", null, claims => claims.Remove("nonce") },
        { "no auth_time", null, claims => claims.Remove("auth_time") },
        { "another nonce", OAuthFailure.IdTokenNonce, claims => claims["nonce"] = "another" },
        { "a nonce that is no text", OAuthFailure.IdTokenNonce, claims => claims["nonce"] = 1 },
        { "another auth_time", OAuthFailure.IdTokenAuthenticationTime, claims => claims["auth_time"] = TestIssuer.Now },
        { "another aud", OAuthFailure.IdTokenAudience, claims => claims["aud"] = "other" },
        { "another iss", OAuthFailure.IdTokenIssuer, claims => claims["iss"] = "https://evil.example" },
        { "expired", OAuthFailure.IdTokenExpired, claims => claims["exp"] = TestIssuer.Now - 100 },
    };

    [Theory]
    [MemberData(nameof(Refreshed))]
    public async Task ID_36_a_refreshed_token_is_about_the_same_sign_in(string id, OAuthFailure? failure, Action<JsonObject> change)
    {
        Assert.NotEmpty(id);
        var wire = Wire();
        var client = Clients.Create<IIdp>(wire);
        var claims = new JsonObject();
        var token = await LoginAsync(client, wire, nonce =>
        {
            claims = TestIssuer.Claims(nonce);
            claims["auth_time"] = TestIssuer.Now - 60;
            return _issuer.Sign(claims);
        });
        change(claims);
        wire.Answer("/token", Reply(_issuer.Sign(claims)));

        if (failure is { } expected)
        {
            await Clients.FailsAsync(expected, () => client.RefreshTokenAsync(token));
        }
        else
        {
            Assert.Equal("user-1", (await client.RefreshTokenAsync(token)).IdToken!.Subject);
        }
    }

    [Fact]
    public async Task RF_01_and_RF_02_a_refresh_replaces_the_token_or_keeps_it()
    {
        var wire = Wire();
        var client = Clients.Create<IIdp>(wire);
        wire.Answer("/token", """{"access_token":"a2","token_type":"Bearer","refresh_token":"rt2"}""");
        wire.Answer("/token", """{"access_token":"a3","token_type":"Bearer"}""");

        var second = await client.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = "rt1 +%&" });
        Assert.Equal("rt1 +%&", wire.Last.Fields["refresh_token"].Single());
        Assert.Equal("rt2", second.RefreshToken);

        var third = await client.RefreshTokenAsync(second);
        Assert.Equal("rt2", wire.Last.Fields["refresh_token"].Single());
        Assert.Equal("rt2", third.RefreshToken);
    }

    [Fact]
    public async Task A_token_response_without_refresh_token_cannot_be_refreshed()
    {
        var client = Clients.Create<IIdp>(Wire());

        await Assert.ThrowsAsync<ArgumentException>(() => client.RefreshTokenAsync(new TokenResponse { AccessToken = "a" }));
    }

    private static void Set(JsonObject header, string name, string? value)
    {
        if (value is null)
        {
            header.Remove(name);
        }
        else
        {
            header[name] = value;
        }
    }

    private static string Flip(string token, int at)
    {
        var parts = token.Split('.');
        var bytes = Base64Url.DecodeFromChars(parts[2]);
        bytes[bytes.Length / 2] ^= 0x5A;
        Assert.True(at > 0);
        return $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(bytes)}";
    }

    private static string ChangeClaim(string token)
    {
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("user-1", "user-2", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.{parts[2]}";
    }

    private static string Reply(string? idToken) => new JsonObject
    {
        ["access_token"] = "at",
        ["token_type"] = "Bearer",
        ["refresh_token"] = "rt",
        ["id_token"] = idToken,
    }.ToJsonString();

    private Wire Wire() => new Wire()
        .Always("/.well-known/openid-configuration", TestIssuer.Metadata())
        .Always("/keys", _issuer.Keys);

    private Task<TokenResponse> LoginAsync(Func<string?, string?> idToken, TimeSpan? maxAge = null, string[]? scopes = null)
    {
        var wire = Wire();
        return LoginAsync(Clients.Create<IIdp>(wire), wire, idToken, maxAge, scopes);
    }

    private static async Task<TokenResponse> LoginAsync(
        IIdp client, Wire wire, Func<string?, string?> idToken, TimeSpan? maxAge = null, string[]? scopes = null)
    {
        var request = await client.CreateAuthorizationRequestAsync(new()
        {
            RedirectUri = new("https://app.example/callback"),
            MaxAge = maxAge,
            Scopes = scopes,
        });
        wire.Answer("/token", Reply(idToken(request.Data.Nonce)));
        return await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));
    }
}
