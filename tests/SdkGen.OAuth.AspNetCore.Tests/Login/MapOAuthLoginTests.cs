using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests.Login;

/// <summary>The two endpoints of a sign-in, without the authentication stack.</summary>
public sealed class MapOAuthLoginTests : IAsyncLifetime
{
    private TestAuthorizationServer _server = null!;

    public async Task InitializeAsync() => _server = await TestAuthorizationServer.StartAsync(new() { ListenOnLoopback = false });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_user_signs_in_and_goes_where_they_wanted()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app, _server);

        var page = await browser.OpenAsync("/login?returnUrl=/orders%3Fpage%3D2");

        Assert.Equal("alice wants /orders?page=2", page.Text);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData(@"/\evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("/%0d%0aLocation:%20https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("orders")]
    [InlineData("")]
    public async Task SB_09_a_return_url_of_another_site_is_not_used(string returnUrl)
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app, _server);

        Assert.Equal("alice wants /", (await browser.OpenAsync("/login?returnUrl=" + returnUrl)).Text);
    }

    [Fact]
    public async Task A_return_url_in_other_letters_is_encoded()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app, _server);

        Assert.Equal("alice wants /%C3%A4?q=%C3%BC#%E2%82%AC", (await browser.OpenAsync("/login?returnUrl=/%C3%A4?q=%C3%BC%23%E2%82%AC")).Text);
    }

    [Fact]
    public async Task A_request_of_ones_own_starts_the_sign_in()
    {
        await using var app = await StartAsync(start: (acme, http, redirectUri, cancellationToken) => acme.CreateAuthorizationRequestAsync(
            new() { RedirectUri = redirectUri, LoginHint = http.Request.Query["user"] }, cancellationToken));
        using var browser = new Browser(app, _server);

        Assert.StartsWith("bob", (await browser.OpenAsync("/login?user=bob")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_redirect_uri_is_that_of_the_request_or_of_the_stated_origin()
    {
        await using var app = await StartAsync();
        await using var stated = await StartAsync(origin: new("https://www.app.example:8443"));
        using var browser = new Browser(app, _server);
        using var other = new Browser(stated, _server);

        Assert.Contains("redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&", (await browser.BeginAsync("/login")).Query, StringComparison.Ordinal);
        Assert.Contains("redirect_uri=https%3A%2F%2Fwww.app.example%3A8443%2Fcallback&", (await other.BeginAsync("/login")).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_callback_is_read_from_the_form()
    {
        await using var app = await WebApp.StartAsync(
            services => services.AddPosting(WebApp.At(_server)),
            app => app.MapOAuthLogin<IPosting>("/login", "/callback", login => Results.Text(login.Token.IdToken!.Subject)));
        using var browser = new Browser(app, _server);

        var provider = await browser.BeginAsync("/login");
        var cookie = Assert.Single(browser.SetCookies);
        var page = await browser.SendAsync(await browser.CallbackAsync(provider));

        Assert.Equal("alice", page.Text);
        Assert.Contains("samesite=none", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/posted")]
    [InlineData("/queried")]
    public async Task JR_08_A_signed_answer_finds_the_sign_in_that_it_belongs_to(string path)
    {
        await using var app = await WebApp.StartAsync(
            services => services.AddSignedPosting(WebApp.At(_server)).AddSigned(WebApp.At(_server)),
            app =>
            {
                app.MapOAuthLogin<ISignedPosting>("/posted", "/posted/callback", login => Results.Text(login.Token.IdToken!.Subject));
                app.MapOAuthLogin<ISigned>("/queried", "/queried/callback", login => Results.Text(login.Token.IdToken!.Subject));
            });
        using var browser = new Browser(app, _server);

        Assert.Equal("alice", (await browser.OpenAsync(path)).Text);
    }

    [Fact]
    public async Task A_forged_callback_does_not_end_a_sign_in_whose_callback_is_signed()
    {
        await using var app = await WebApp.StartAsync(
            services => services.AddSigned(WebApp.At(_server)),
            app => app.MapOAuthLogin<ISigned>("/login", "/callback", login => Results.Text(login.Token.IdToken!.Subject)));
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));
        var signed = callback.RequestUri!;
        using var forged = new HttpRequestMessage(HttpMethod.Get, signed.OriginalString[..^8] + "AAAAAAAA");

        Assert.NotEqual(HttpStatusCode.OK, (await browser.SendAsync(forged)).Status);
        Assert.Equal("alice", (await browser.SendAsync(callback)).Text);
    }

    [Fact]
    public async Task A_callback_that_is_posted_though_it_should_not_be_is_refused()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app, _server);
        var callback = await browser.CallbackAsync(await browser.BeginAsync("/login"));

        using var post = new HttpRequestMessage(HttpMethod.Post, "https://app.example/callback")
        {
            Content = new FormUrlEncodedContent([new("code", "x"), new("state", "y")]),
        };

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.SendAsync(post)).Status);
        Assert.Equal("alice wants /", (await browser.SendAsync(callback)).Text);
    }

    [Fact]
    public async Task The_variables_of_the_request_reach_the_address_of_the_provider()
    {
        await using var app = await WebApp.StartAsync(
            services => services.AddShop(options => options.ClientId = "shop-app"),
            app => app.MapOAuthLogin<IShop>("/install", "/callback", login => Results.Ok()));
        using var browser = new Browser(app);

        Assert.Equal("red.shop.example", (await browser.BeginAsync("/install?shop=red.shop.example")).Host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?shop=evil.example")]
    [InlineData("?shop=evil.example/red.shop.example")]
    [InlineData("?shop=red.shop.example&shop=blue.shop.example")]
    public async Task A_variable_that_does_not_fit_sends_nobody_anywhere(string query)
    {
        await using var app = await WebApp.StartAsync(
            services => services.AddShop(options => options.ClientId = "shop-app"),
            app => app.MapOAuthLogin<IShop>("/install", "/callback", login => Results.Ok()));
        using var browser = new Browser(app);

        var page = await browser.GetAsync("/install" + query);

        Assert.Null(page.Location);
        Assert.Equal(OAuthFailure.InvalidConfiguration, page.Failure);
    }

    [Fact]
    public async Task What_a_failure_answers_can_be_stated()
    {
        await using var app = await StartAsync(onFailure: failed => Results.Redirect("/?failure=" + failed.Exception.Error));
        using var browser = new Browser(app, _server, user: "nobody");

        var page = await browser.SendAsync(await browser.CallbackAsync(await browser.BeginAsync("/login")));

        Assert.Equal("/?failure=access_denied", page.Location?.PathAndQuery);
    }

    [Fact]
    public async Task Neither_answer_is_kept_by_a_cache_nor_tells_where_the_user_came_from()
    {
        await using var app = await StartAsync();
        using var browser = new Browser(app, _server);

        var begun = await browser.GetAsync("/login");
        var finished = await browser.SendAsync(await browser.CallbackAsync(begun.Location!));

        Assert.Equal("no-store", begun.Headers["Cache-Control"]);
        Assert.Equal("no-store", finished.Headers["Cache-Control"]);
        Assert.Equal("no-referrer", finished.Headers["Referrer-Policy"]);
    }

    [Theory]
    [InlineData("callback")]
    [InlineData("/")]
    [InlineData("/{name}")]
    [InlineData("/callback?a=b")]
    public async Task A_callback_has_a_path_of_its_own(string path) =>
        await Assert.ThrowsAsync<ArgumentException>(() => WebApp.StartAsync(
            services => services.AddAcme(WebApp.At(_server)), app => app.MapOAuthLogin<IAcme>("/login", path, login => Results.Ok())));

    private Task<WebApp> StartAsync(
        Func<IAcme, HttpContext, Uri, CancellationToken, Task<AuthorizationRequest>>? start = null,
        Func<OAuthLoginFailedContext, IResult>? onFailure = null,
        Uri? origin = null) => WebApp.StartAsync(
            services => services.AddAcme(WebApp.At(_server)),
            app => app.MapOAuthLogin("/login", "/callback", login => Results.Text($"{login.Token.IdToken!.Subject} wants {login.ReturnUrl}"), start, onFailure, origin));
}
