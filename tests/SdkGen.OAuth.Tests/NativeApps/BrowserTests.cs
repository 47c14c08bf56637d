using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Tests.NativeApps;

/// <summary>Sign-in of a program on a user's machine (RFC 8252), with this test as the browser.</summary>
public sealed class BrowserTests
{
    private readonly Wire _wire = new Wire().Always("/token", """{"access_token":"at","token_type":"Bearer"}""");
    private readonly List<string> _pages = [];

    [Fact]
    public async Task NA_01_and_NA_04_the_port_is_the_systems_choice_and_the_same_in_both_requests()
    {
        Uri? sent = null;
        var token = await SignInAsync(async (redirectUri, state) =>
        {
            sent = redirectUri;
            await GetAsync($"{redirectUri}?code=c&state={state}");
        });

        Assert.Equal("at", token.AccessToken);
        Assert.Equal("127.0.0.1", sent!.Host);
        Assert.NotEqual(0, sent.Port);
        Assert.Equal(sent.OriginalString, _wire.Last.Fields["redirect_uri"].Single());
        Assert.Equal(43, _wire.Last.Fields["code_verifier"].Single().Length);
    }

    [Fact]
    public async Task NA_06_other_paths_are_not_found_and_waited_on()
    {
        var statuses = new List<HttpStatusCode>();
        await SignInAsync(async (redirectUri, state) =>
        {
            statuses.Add(await GetAsync($"{redirectUri.GetLeftPart(UriPartial.Authority)}/favicon.ico"));
            statuses.Add(await GetAsync($"{redirectUri.GetLeftPart(UriPartial.Authority)}/callback/more?code=c&state={state}"));
            statuses.Add(await GetAsync($"{redirectUri}?code=c&state={state}"));
        });

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task NA_07_a_callback_of_another_login_is_refused_and_does_not_end_this_one()
    {
        var statuses = new List<HttpStatusCode>();
        var token = await SignInAsync(async (redirectUri, state) =>
        {
            statuses.Add(await GetAsync($"{redirectUri}?code=evil&state=forged"));
            statuses.Add(await GetAsync($"{redirectUri}?code=evil"));
            statuses.Add(await GetAsync($"{redirectUri}?code=c&state={state}"));
        });

        Assert.Equal("at", token.AccessToken);
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK], statuses);
        Assert.Equal("c", _wire.Last.Fields["code"].Single());
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task NA_09_the_page_holds_nothing_and_is_not_kept()
    {
        await SignInAsync(async (redirectUri, state) => await GetAsync($"{redirectUri}?code=secret-code&state={state}"), "Done & <dusted>");

        var page = Assert.Single(_pages);
        Assert.Contains("Done &amp; &lt;dusted&gt;", page, StringComparison.Ordinal);
        Assert.Contains("no-store", page, StringComparison.Ordinal);
        Assert.Contains("no-referrer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-code", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"at\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_runs_nothing_but_what_takes_the_code_out_of_the_address()
    {
        await SignInAsync(async (redirectUri, state) => await GetAsync($"{redirectUri}?code=c&state={state}"));

        var page = Assert.Single(_pages);
        var policy = Regex.Match(page, "Content-Security-Policy: (.*)").Groups[1].Value;
        Assert.Contains("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var (element, directive) in new[] { ("style", "style-src"), ("script", "script-src") })
        {
            var content = Regex.Match(page, $"<{element}>(.*)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            Assert.Contains($"{directive} 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_callback_may_be_a_posted_form()
    {
        await SignInAsync(async (redirectUri, state) =>
        {
            using var http = new HttpClient();
            using var forged = new FormUrlEncodedContent([new("code", "evil"), new("state", "forged")]);
            Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(redirectUri, forged)).StatusCode);
            using var json = new StringContent("{}", Encoding.UTF8, "application/json");
            Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync(redirectUri, json)).StatusCode);
            using var huge = new FormUrlEncodedContent([new("code", new string('c', 64 * 1024)), new("state", state)]);
            await Assert.ThrowsAnyAsync<Exception>(async () => (await http.PostAsync(redirectUri, huge)).EnsureSuccessStatusCode());
            using var form = new FormUrlEncodedContent([new("code", "c"), new("state", state)]);
            Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(redirectUri, form)).StatusCode);
        });

        Assert.Equal("c", _wire.Last.Fields["code"].Single());
    }

    [Theory]
    [InlineData("?iss=https%3A%2F%2Fevil.example&state=forged")]
    [InlineData("?iss=https%3A%2F%2Fevil.example")]
    [InlineData("?error=access_denied&state=forged")]
    [InlineData("?state=forged&response=x")]
    [InlineData("?state=%FF%00&code=")]
    [InlineData("")]
    public async Task A_page_that_guesses_the_port_cannot_end_the_sign_in(string forged)
    {
        await SignInAsync(
            async (redirectUri, state) =>
            {
                Assert.Equal(HttpStatusCode.BadRequest, await GetAsync(redirectUri + forged));
                await GetAsync($"{redirectUri}?code=c&state={state}&iss=https%3A%2F%2Fid.example.com");
            },
            metadata: new()
            {
                Issuer = TestIssuer.Issuer,
                AuthorizationEndpoint = "https://oauth.example.com/auth",
                TokenEndpoint = "https://oauth.example.com/token",
                AuthorizationResponseIssParameterSupported = true,
            });

        Assert.Equal("c", _wire.Last.Fields["code"].Single());
    }

    [Fact]
    public async Task A_refusal_of_the_user_ends_the_sign_in()
    {
        var exception = await Clients.FailsAsync(OAuthFailure.AuthorizationError, () =>
            SignInAsync(async (redirectUri, state) => await GetAsync($"{redirectUri}?error=access_denied&state={state}")));

        Assert.Equal("access_denied", exception.Error);
        Assert.Contains("did not succeed", Assert.Single(_pages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_points_here_is_not_this_program()
    {
        await SignInAsync(async (redirectUri, state) =>
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{redirectUri}?code=evil&state={state}") { Headers = { Host = "evil.example" } };
            using var response = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            await GetAsync($"{redirectUri}?code=c&state={state}");
        });

        Assert.Equal("c", _wire.Last.Fields["code"].Single());
    }

    [Fact]
    public async Task A_connection_that_says_nothing_useful_does_not_matter()
    {
        await SignInAsync(async (redirectUri, state) =>
        {
            using (var silent = new TcpClient(redirectUri.Host, redirectUri.Port))
            {
                await silent.GetStream().WriteAsync(new byte[] { 0, 1, 2, 255, 13, 10, 13, 10 });
            }

            await GetAsync($"{redirectUri}?code=c&state={state}");
        });

        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task Waiting_can_be_stopped_and_the_port_is_free_again()
    {
        using var source = new CancellationTokenSource();
        Uri? used = null;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Clients.Create<IPlain>(_wire).SignInWithBrowserAsync(
            new()
            {
                OpenBrowser = (uri, cancellationToken) =>
                {
                    used = RedirectUri(uri);
                    source.CancelAfter(50);
                    return Task.CompletedTask;
                },
            },
            source.Token));

        using var listener = new TcpListener(IPAddress.Loopback, used!.Port);
        listener.Start();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var exception = await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () =>
            Clients.Create<IPlain>(_wire).SignInWithBrowserAsync(new() { Port = port }));

        Assert.Contains($"{port}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_can_ask_for_more()
    {
        Uri? opened = null;
        await SignInAsync(
            async (redirectUri, state) => await GetAsync($"{redirectUri}?code=c&state={state}"),
            configure: parameters => parameters with { Prompt = "login", Scopes = ["profile"] },
            opened: uri => opened = uri);

        Assert.Contains("prompt=login", opened!.Query, StringComparison.Ordinal);
        Assert.Contains("scope=profile", opened.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silent_connections_that_a_browser_opens_ahead_keep_nobody_waiting()
    {
        var stillOpen = false;
        await SignInAsync(async (redirectUri, state) =>
        {
            using var silent = new TcpClient(redirectUri.Host, redirectUri.Port);
            await GetAsync($"{redirectUri}?code=c&state=forged");
            stillOpen = !silent.Client.Poll(TimeSpan.Zero, SelectMode.SelectRead);
            await GetAsync($"{redirectUri}?code=c&state={state}");
        });

        Assert.True(stillOpen);
    }

    private static Uri RedirectUri(Uri authorization) => new(WireRequest.Parse(authorization.Query.TrimStart('?'))["redirect_uri"].Single());

    private async Task<HttpStatusCode> GetAsync(string uri)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(uri));
        if (uri.Contains("state=", StringComparison.Ordinal) && response.StatusCode != HttpStatusCode.NotFound)
        {
            _pages.Add(response + await response.Content.ReadAsStringAsync());
        }

        return response.StatusCode;
    }

    private async Task<TokenResponse> SignInAsync(
        Func<Uri, string, Task> browse,
        string? completed = null,
        Func<AuthorizationParameters, AuthorizationParameters>? configure = null,
        Action<Uri>? opened = null,
        ProviderMetadata? metadata = null)
    {
        var browsing = Task.CompletedTask;
        var options = new BrowserSignInOptions
        {
            Configure = configure,
            CompletedText = completed ?? "Done.",
            OpenBrowser = (uri, cancellationToken) =>
            {
                opened?.Invoke(uri);
                browsing = Task.Run(() => browse(RedirectUri(uri), WireRequest.Parse(uri.Query.TrimStart('?'))["state"].Single()), cancellationToken);
                return Task.CompletedTask;
            },
        };
        try
        {
            return await Clients.Create<IPlain>(_wire, client => client.Metadata = metadata).SignInWithBrowserAsync(options);
        }
        finally
        {
            await browsing;
        }
    }
}
