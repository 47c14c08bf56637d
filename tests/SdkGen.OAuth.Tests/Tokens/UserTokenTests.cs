using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.Tests.Tokens;

/// <summary>Users' tokens: a refresh token is used once, by one for all, and what it brings is saved before it is used.</summary>
public sealed class UserTokenTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow) { AutoAdvanceAmount = TimeSpan.Zero };
    private readonly IPlain _provider = Substitute.For<IPlain>();
    private readonly List<string> _used = [];
    private string _valid = "refresh-0";
    private int _issued;

    public UserTokenTests() => Answer(Rotate);

    [Fact]
    public async Task A_token_that_is_valid_is_not_refreshed()
    {
        var session = new TestSession(First());

        Assert.Equal("access-0", (await Source().GetTokenAsync(session)).AccessToken);
        Assert.Empty(_used);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thousand_callers_with_an_expired_token_use_the_refresh_token_once(bool isShared)
    {
        var source = Source();
        var shared = new TestSession(Expired(), isShared);
        var tokens = await Task.WhenAll(Enumerable.Range(0, 1000)
            .Select(_ => Task.Run(async () => await source.GetTokenAsync(isShared ? shared : new TestSession(Expired(), isShared)))));

        Assert.Equal(["refresh-0"], _used);
        Assert.All(tokens, token => Assert.Equal("access-1", token.AccessToken));
    }

    [Fact]
    public async Task New_tokens_are_saved_before_they_are_used()
    {
        var session = new TestSession(Expired());
        var token = await Source().GetTokenAsync(session);

        Assert.Same(token, session.Tokens);
        Assert.Equal(["access-1"], session.Saved);
    }

    [Fact]
    public async Task A_caller_who_comes_late_with_the_old_cookie_gets_the_new_tokens()
    {
        var source = Source();
        await source.GetTokenAsync(new TestSession(Expired(), isShared: false));
        var late = new TestSession(Expired(), isShared: false);

        Assert.Equal("access-1", (await source.GetTokenAsync(late)).AccessToken);
        Assert.Equal("refresh-1", late.Tokens!.RefreshToken);
        Assert.Equal(["refresh-0"], _used);
    }

    [Fact]
    public async Task A_caller_who_is_two_rotations_late_is_led_to_the_newest_tokens()
    {
        var source = Source();
        var current = new TestSession(Expired(), isShared: false);
        await source.RenewTokenAsync(await source.GetTokenAsync(current), current);
        var late = new TestSession(Expired(), isShared: false);

        Assert.Equal("access-2", (await source.GetTokenAsync(late)).AccessToken);
        Assert.Equal(["refresh-0", "refresh-1"], _used);
    }

    [Fact]
    public async Task Different_resources_have_different_tokens_and_one_refresh_token()
    {
        var source = Source();
        var session = new TestSession(First());
        var requests = Enumerable.Range(0, 4).Select(i => new UserTokenRequest { Resources = [$"https://api-{i}.example"] }).ToList();
        var tokens = await Task.WhenAll(requests.SelectMany(request => new[] { request, request })
            .Select(request => Task.Run(async () => (request, token: await source.GetTokenAsync(session, request)))));

        Assert.Equal(4, _used.Count);
        Assert.Equal(4, _used.Distinct().Count());
        Assert.All(tokens, got => Assert.Equal(got.request.Resources, got.token.Scopes));
        Assert.Equal("refresh-4", session.Tokens!.RefreshToken);
        Assert.Equal("access-0", (await source.GetTokenAsync(session)).AccessToken);
    }

    [Fact]
    public async Task Two_sessions_never_share_a_token()
    {
        var source = Source();
        Answer(request => Task.FromResult(Token("of " + request.RefreshToken, "next")));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
            (i, token: await source.GetTokenAsync(new TestSession(Expired() with { RefreshToken = $"r{i}" }, key: $"s{i}"))))));

        Assert.All(tokens, got => Assert.Equal($"of r{got.i}", got.token.AccessToken));
    }

    [Fact]
    public async Task A_caller_who_leaves_leaves_alone_and_the_tokens_are_saved()
    {
        var release = new TaskCompletionSource();
        Answer(async request =>
        {
            await release.Task;
            return await Rotate(request);
        });
        var source = Source();
        var session = new TestSession(Expired());
        using var leaves = new CancellationTokenSource();
        var first = source.GetTokenAsync(session, null, leaves.Token).AsTask();
        var second = source.GetTokenAsync(session).AsTask();
        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();
        Assert.Equal("access-1", (await second).AccessToken);
        Assert.Equal("refresh-1", session.Tokens!.RefreshToken);
    }

    [Fact]
    public async Task Before_a_session_is_given_up_its_store_is_read_again()
    {
        // Somebody who knows nothing of this process has refreshed.
        var session = new TestSession(Expired());
        Answer(request =>
        {
            if (request.RefreshToken != "refresh-0")
            {
                return Rotate(request);
            }

            session.Tokens = Expired() with { RefreshToken = _valid = "refresh-x" };
            throw new OAuthException(OAuthFailure.ErrorResponse, "used") { Error = "invalid_grant" };
        });

        Assert.Equal("access-1", (await Source().GetTokenAsync(session)).AccessToken);
        Assert.Equal("refresh-1", session.Tokens!.RefreshToken);
        Assert.False(session.HasEnded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_is_dead_at_the_provider_ends(bool isShared)
    {
        Answer(_ => throw new OAuthException(OAuthFailure.ErrorResponse, "gone") { Error = "invalid_grant" });
        var session = new TestSession(Expired(), isShared);
        var exception = await Clients.FailsAsync(OAuthFailure.SessionEnded, () => Source().GetTokenAsync(session).AsTask());

        Assert.Equal("invalid_grant", exception.Error);
        Assert.True(session.HasEnded);
    }

    [Fact]
    public async Task A_user_without_tokens_is_unknown() =>
        await Clients.FailsAsync(OAuthFailure.UserUnknown, () => Source().GetTokenAsync(new TestSession(null)).AsTask());

    [Fact]
    public async Task Without_a_refresh_token_the_user_has_to_sign_in_again_and_the_session_stays_as_it_is()
    {
        var session = new TestSession(Expired() with { RefreshToken = null });

        await Clients.FailsAsync(OAuthFailure.SessionEnded, () => Source().GetTokenAsync(session).AsTask());
        Assert.False(session.HasEnded);
    }

    [Fact]
    public async Task A_provider_that_is_down_takes_no_token_that_is_still_good()
    {
        Answer(_ => throw new OAuthException(OAuthFailure.Timeout, "down") { IsTransient = true });
        var session = new TestSession(First() with { ReceivedAt = _clock.GetUtcNow() - TimeSpan.FromSeconds(3590) });

        Assert.Equal("access-0", (await Source().GetTokenAsync(session)).AccessToken);
        _clock.Advance(TimeSpan.FromSeconds(11));
        await Clients.FailsAsync(OAuthFailure.Timeout, () => Source().GetTokenAsync(session).AsTask());
    }

    [Fact]
    public async Task A_provider_that_does_not_rotate_keeps_its_refresh_token()
    {
        Answer(_ => Task.FromResult(Token($"access-{++_issued}", "refresh-0")));
        var source = Source(Shared());
        var session = new TestSession(Expired());
        for (var i = 1; i <= 3; i++)
        {
            var token = await source.GetTokenAsync(session);
            Assert.Equal($"access-{i}", token.AccessToken);
            _clock.Advance(TimeSpan.FromHours(2));
        }
    }

    [Fact]
    public async Task Another_machine_finds_what_this_one_has_refreshed()
    {
        var shared = Shared();
        await Source(shared).GetTokenAsync(new TestSession(Expired(), isShared: false));
        var elsewhere = new TestSession(Expired(), isShared: false);

        Assert.Equal("access-1", (await Source(shared).GetTokenAsync(elsewhere)).AccessToken);
        Assert.Equal(["refresh-0"], _used);
    }

    [Fact]
    public async Task A_refresh_token_is_not_used_while_what_machines_share_is_down()
    {
        var cache = Substitute.For<IDistributedCache>();
        cache.GetAsync(default!, default).ReturnsForAnyArgs<Task<byte[]?>>(_ => throw new TimeoutException());
        var source = Source(Shared(cache), TimeProvider.System);
        var session = new TestSession(First());

        // A token that is good goes on being used; one that is none is a failure that passes, and the session stays.
        Assert.Equal("access-0", (await source.GetTokenAsync(session)).AccessToken);
        session.Tokens = First() with { ReceivedAt = DateTimeOffset.UtcNow - TimeSpan.FromSeconds(3580) };
        Assert.Equal("access-0", (await source.GetTokenAsync(session)).AccessToken);
        session.Tokens = First() with { ReceivedAt = DateTimeOffset.UtcNow - TimeSpan.FromHours(2) };
        var exception = await Clients.FailsAsync(OAuthFailure.SharedStoreUnavailable, () => source.GetTokenAsync(session).AsTask());

        Assert.True(exception.IsTransient);
        Assert.Empty(_used);
        Assert.NotNull(session.Tokens);
    }

    [Fact]
    public async Task Tokens_that_cannot_be_saved_at_once_are_saved_later_and_not_lost()
    {
        var session = new TestSession(Expired());
        Answer(request =>
        {
            session.Fault = () => throw new IOException("down");
            return Rotate(request);
        });
        var source = Source(timeProvider: TimeProvider.System);

        Assert.Equal("access-1", (await source.GetTokenAsync(session)).AccessToken);
        Assert.Equal("refresh-0", session.Tokens!.RefreshToken);
        session.Fault = null;
        for (var i = 0; i < 200 && session.Saved.Count == 0; i++)
        {
            await Task.Delay(20);
        }

        Assert.Equal("refresh-1", session.Tokens!.RefreshToken);
        Assert.Equal("access-1", (await source.GetTokenAsync(session)).AccessToken);
    }

    [Fact]
    public async Task A_store_that_throws_what_it_likes_is_a_failure_that_passes()
    {
        var session = new TestSession(First()) { Fault = () => throw new InvalidOperationException("no connection") };
        var exception = await Clients.FailsAsync(OAuthFailure.SharedStoreUnavailable, () => Source().GetTokenAsync(session).AsTask());

        Assert.True(exception.IsTransient);
    }

    private Task<TokenResponse> Rotate(RefreshTokenRequest request)
    {
        lock (_used)
        {
            _used.Add(request.RefreshToken);
            if (request.RefreshToken != _valid)
            {
                throw new OAuthException(OAuthFailure.ErrorResponse, "used twice") { Error = "invalid_grant" };
            }

            _issued++;
            return Task.FromResult(Token($"access-{_issued}", _valid = $"refresh-{_issued}") with { Scopes = [.. request.Resources] });
        }
    }

    private void Answer(Func<RefreshTokenRequest, Task<TokenResponse>> answer) =>
        _provider.RefreshTokenAsync(Arg.Any<RefreshTokenRequest>(), Arg.Any<CancellationToken>()).Returns(call => answer(call.Arg<RefreshTokenRequest>()));

    private TokenResponse First() => Token("access-0", "refresh-0");

    private TokenResponse Expired() => First() with { ReceivedAt = _clock.GetUtcNow() - TimeSpan.FromHours(2) };

    private TokenResponse Token(string access, string refresh) => new()
    {
        AccessToken = access,
        RefreshToken = refresh,
        ReceivedAt = _clock.GetUtcNow(),
        ExpiresIn = TimeSpan.FromHours(1),
    };

    private static SealedCache Shared(IDistributedCache? cache = null) => new(
        cache ?? new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())), new EphemeralDataProtectionProvider(), TimeProvider.System);

    private IUserTokenSource<IPlain> Source(SealedCache? cache = null, TimeProvider? timeProvider = null)
    {
        var clock = timeProvider ?? _clock;
        return new UserTokenSource<IPlain>(_provider, "Plain", new() { TimeProvider = clock, Lock = new(new ProcessTokenLock(), clock), Cache = cache, OutagePatience = TimeSpan.FromMilliseconds(200) });
    }
}
