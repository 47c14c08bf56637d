using System.Collections;
using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Hostile;

/// <summary>
/// Secrets are planted in every message, and whatever comes out of a failure is searched for them: the exception with all that hangs on it,
/// and the texts of the objects that took part.
/// </summary>
public sealed class SecretTests
{
    /// <summary>With all that encodings change: each server echoes a secret in its own way.</summary>
    private const string Secret = "pl4nted \"s€cret\" <&'+/=%20>";

    private static readonly string[] Forms =
    [
        "pl4nted", "s€cret", "s%E2%82%ACcret", "s%e2%82%accret", "s\\u20ACcret", "s&#8364;cret",
    ];

    public static TheoryData<string, Func<IPlain, Task>> Calls { get; } = new()
    {
        { "refresh", client => client.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = Secret }) },
        { "exchange", client => client.ExchangeTokenAsync(new() { SubjectToken = Secret, ActorToken = Secret }) },
        { "device", client => client.RequestDeviceTokenAsync(new DeviceTokenRequest { DeviceCode = Secret }) },
        { "client", client => client.RequestClientTokenAsync(new() { Additional = new() { { "password", Secret } } }) },
        { "revocation", client => client.RevokeTokenAsync(new RevocationRequest { Token = Secret }) },
        { "introspection", client => client.IntrospectTokenAsync(new IntrospectionRequest { Token = Secret }) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_server_that_echoes_the_request_tells_nobody(string call, Func<IPlain, Task> run)
    {
        Assert.NotEmpty(call);
        Func<string, string>[] echoes =
        [
            echo => echo,
            echo => $"<html><title>{WebUtility.HtmlEncode(echo)}</title></html>",
            echo => $"error={Uri.EscapeDataString(echo)}&error_description={Uri.EscapeDataString(echo)}",
            echo => $"error=x&error_uri={WebUtility.UrlEncode(echo)}",
            echo => new JsonObject { ["message"] = echo }.ToJsonString(),
            echo => new JsonObject { ["error"] = echo, ["error_description"] = echo, ["error_hint"] = echo, ["error_debug"] = echo }.ToJsonString(),
            echo => new JsonObject { ["unknown"] = echo, ["debug"] = new JsonObject { ["request"] = echo }.ToJsonString() }.ToJsonString(),
            echo => $"{{\"a\":1,\"a\":2,\"debug\":\"{System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(echo)}\"}}",
        ];
        foreach (var echo in echoes)
        {
            foreach (var text in new Func<WireRequest, string>[] { request => request.Body, _ => Secret, _ => WebUtility.UrlEncode(Secret), request => request.Authorization! })
            {
                var wire = new Wire { };
                foreach (var path in new[] { "/token", "/revoke", "/introspect", "/device" })
                {
                    wire.Always(path, request => Wire.Reply(echo(text(request)), HttpStatusCode.BadRequest));
                }

                var client = Clients.Create<IPlain>(wire, options => options.ClientSecret = Secret);
                AssertHoldsNothing(await Assert.ThrowsAsync<OAuthException>(() => run(client)), wire.Last.Authorization!.Split(' ')[1]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_handler_that_throws_what_it_was_given_tells_nobody(string call, Func<IPlain, Task> run)
    {
        Assert.NotEmpty(call);
        Func<WireRequest, Exception>[] faults =
        [
            request => new HttpRequestException($"cannot send {request.Body}"),
            request => new InvalidOperationException("cannot send", new ArgumentException(Secret)),
            request => new AggregateException(new IOException("a"), new IOException(request.Authorization)),
            request => new TimeoutException("no") { Data = { ["request"] = Secret } },
            request => new ObjectDisposedException("handler"),
            request => new OperationCanceledException(Secret),
        ];
        foreach (var fault in faults)
        {
            var wire = new Wire();
            foreach (var path in new[] { "/token", "/revoke", "/introspect", "/device" })
            {
                wire.Always(path, request => throw fault(request));
            }

            var client = Clients.Create<IPlain>(wire, options => options.ClientSecret = Secret);
            AssertHoldsNothing(await Assert.ThrowsAsync<OAuthException>(() => run(client)), wire.Last.Authorization!.Split(' ')[1]);
        }
    }

    [Fact]
    public async Task A_token_in_the_path_is_not_told()
    {
        var wire = new Wire().Always("/me/at-1", _ => Wire.Reply("token at-1 is bad", HttpStatusCode.BadRequest));
        var exception = await Assert.ThrowsAsync<OAuthException>(() =>
            Clients.Create<ITokenInPath>(wire).GetUserInfoAsync(new UserInfoRequest { AccessToken = "at-1", Subject = null }));

        Assert.DoesNotContain("at-1", exception + exception.Endpoint + exception.ResponseExcerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_an_application_can_print_holds_a_secret()
    {
        var wire = new Wire().Always("/token", new JsonObject { ["access_token"] = "pl4nted", ["refresh_token"] = Secret, ["token_type"] = "Bearer", ["x"] = Secret }.ToJsonString());
        var client = Clients.Create<IPlain>(wire, options => options.ClientSecret = Secret);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb?x=pl4nted"), LoginHint = Secret });
        var response = AuthorizationResponse.ParseQuery($"code={WebUtility.UrlEncode(Secret)}&state={request.State}&code%3Dpl4nted%0D%0Aforged");
        var token = await client.RedeemAuthorizationCodeAsync(request, response);
        object[] objects =
        [
            request, request.Data, response, token, client, new RefreshTokenRequest(token), new UserInfoRequest(token), new RevocationRequest { Token = Secret },
            new IntrospectionRequest { Token = Secret }, new TokenExchangeRequest { SubjectToken = Secret }, new DeviceTokenRequest { DeviceCode = Secret },
            new JwtBearerRequest { Assertion = Secret }, new EndSessionParameters { IdTokenHint = Secret }, new AuthorizationParameters { RedirectUri = new("https://a.example"), IdTokenHint = Secret },
            new OAuthParameters { { "x", Secret } }, new OAuth.Protocol.TokenReply(token, Secret), new PlainOptions { ClientSecret = Secret },
            new DeviceAuthorizationResponse { DeviceCode = Secret, UserCode = Secret, VerificationUri = new("https://v.example/?user_code=pl4nted"), ExpiresAt = default },
        ];

        Assert.All(objects, item =>
        {
            var text = item.ToString()!;
            Assert.All(Forms.Append(request.State), form => Assert.DoesNotContain(form, text, StringComparison.Ordinal));
            Assert.DoesNotContain('\n', text);
            Assert.Null(item.GetType().GetCustomAttribute<DebuggerDisplayAttribute>());
        });
    }

    [Fact]
    public async Task An_activity_carries_no_secret()
    {
        var seen = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (seen)
                {
                    seen.Add(activity.DisplayName + string.Concat(activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value};")) + string.Concat(activity.Baggage));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var client = Clients.Create<IPlain>(new Wire(), options =>
        {
            options.ClientSecret = Secret;
            options.BackchannelHandler = null;
            options.Metadata = new() { TokenEndpoint = "http://127.0.0.1:9/token?key=pl4nted" };
        });
        AssertHoldsNothing(await Assert.ThrowsAsync<OAuthException>(() => client.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = Secret })), "none");

        lock (seen)
        {
            Assert.All(seen, text => Assert.All(Forms, form => Assert.DoesNotContain(form, text, StringComparison.Ordinal)));
        }
    }

    private static void AssertHoldsNothing(Exception exception, string credentials)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Search(exception, "exception");

        void Search(object? item, string path)
        {
            if (item is null || item.GetType().IsPrimitive || item is Type or Assembly or MethodBase or Delegate || !seen.Add(item))
            {
                return;
            }

            var text = item.ToString() ?? "";
            Assert.All(Forms.Append(credentials), form => Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"{path}: {text}"));
            if (item is string or Uri)
            {
                return;
            }

            if (item is IDictionary entries)
            {
                foreach (DictionaryEntry entry in entries)
                {
                    Search(entry.Key, path + ".Key");
                    Search(entry.Value, path + ".Value");
                }
            }
            else if (item is IEnumerable list)
            {
                foreach (var element in list)
                {
                    Search(element, path + "[]");
                }
            }

            foreach (var property in item.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && item is Exception or HttpRequestMessage))
            {
                Search(property.GetValue(item), $"{path}.{property.Name}");
            }
        }
    }
}

/// <summary>A provider whose UserInfo endpoint has the token in its path.</summary>
[OAuthProvider(UserInfoEndpoint = "https://oauth.example.com/me/{token.access_token}", TokenEndpoint = "https://oauth.example.com/token")]
[OAuthMember("sub", "id")]
public partial interface ITokenInPath : IClientCredentialsGrant, IUserInfoEndpoint;
