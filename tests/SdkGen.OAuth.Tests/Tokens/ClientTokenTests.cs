using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.Tests.Tokens;

/// <summary>Cached client tokens: one request for all, renewed ahead of time, and never the wrong one.</summary>
public sealed class ClientTokenTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly IPlain _provider = Substitute.For<IPlain>();
    private int _requests;

    public ClientTokenTests() => Answer(request => Issue(TimeSpan.FromHours(1)));

    [Fact]
    public async Task Ten_thousand_callers_at_once_make_one_request()
    {
        var release = new TaskCompletionSource();
        Answer(async _ =>
        {
            await release.Task;
            return await Issue(TimeSpan.FromHours(1));
        });
        var source = Source();
        var callers = Enumerable.Range(0, 10_000).Select(_ => Task.Run(async () => await source.GetTokenAsync())).ToList();
        release.SetResult();
        var tokens = await Task.WhenAll(callers);

        Assert.Equal(1, _requests);
        Assert.Single(tokens.Select(token => token.AccessToken).Distinct());
    }

    [Fact]
    public async Task A_caller_who_leaves_leaves_alone()
    {
        var release = new TaskCompletionSource();
        Answer(async _ =>
        {
            await release.Task;
            return await Issue(TimeSpan.FromHours(1));
        });
        var source = Source();
        using var leaves = new CancellationTokenSource();
        var first = source.GetTokenAsync(null, leaves.Token).AsTask();
        var second = source.GetTokenAsync().AsTask();
        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();
        Assert.Equal("token-1", (await second).AccessToken);
    }

    [Fact]
    public async Task Requests_for_different_things_have_different_tokens()
    {
        var source = Source();
        var read = await source.GetTokenAsync(new() { Scopes = ["read"] });
        var write = await source.GetTokenAsync(new() { Scopes = ["write"] });
        var forOne = await source.GetTokenAsync(new() { Scopes = ["read"], Resources = ["https://one.example"] });
        var additional = await source.GetTokenAsync(new() { Scopes = ["read"], Additional = { { "tenant", "x" } } });

        Assert.Equal(4, new[] { read, write, forOne, additional }.Select(token => token.AccessToken).Distinct().Count());
        Assert.Same(read, await source.GetTokenAsync(new() { Scopes = ["read"] }));
        Assert.Same(additional, await source.GetTokenAsync(new() { Scopes = ["read"], Additional = { { "tenant", "x" } } }));
        Assert.Equal(4, _requests);
    }

    [Fact]
    public async Task A_token_is_renewed_in_the_background_before_it_expires()
    {
        var source = Source();
        var first = await source.GetTokenAsync();
        _clock.Advance(TimeSpan.FromMinutes(44));
        Assert.Same(first, await source.GetTokenAsync());
        Assert.Equal(1, _requests);

        _clock.Advance(TimeSpan.FromMinutes(8));
        Assert.Same(first, await source.GetTokenAsync());
        await WaitUntilAsync(() => _requests == 2);
        await Task.Delay(50);
        Assert.Equal("token-2", (await source.GetTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task Machines_that_were_started_together_do_not_renew_together()
    {
        var machines = Enumerable.Range(0, 200).Select(_ => Source()).ToList();
        foreach (var machine in machines)
        {
            await machine.GetTokenAsync();
        }

        _clock.Advance(TimeSpan.FromMinutes(44.9));
        Assert.Equal(200, await RequestsAfterAsync(machines));
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.InRange(await RequestsAfterAsync(machines), 201, 399);
        _clock.Advance(TimeSpan.FromMinutes(3.5));
        Assert.Equal(400, await RequestsAfterAsync(machines));
    }

    private async Task<int> RequestsAfterAsync(List<IClientTokenSource<IPlain>> machines)
    {
        foreach (var machine in machines)
        {
            await machine.GetTokenAsync();
        }

        for (var (before, same) = (-1, 0); same < 5; (same, before) = (before == _requests ? same + 1 : 0, _requests))
        {
            await Task.Delay(10);
        }

        return _requests;
    }

    [Fact]
    public async Task An_expired_token_is_not_used()
    {
        var source = Source();
        await source.GetTokenAsync();
        _clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(29));

        Assert.Equal("token-2", (await source.GetTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task A_failed_renewal_keeps_the_token_that_is_still_good()
    {
        var source = Source();
        await source.GetTokenAsync();
        Answer(_ => throw new OAuthException(OAuthFailure.Timeout, "down"));
        _clock.Advance(TimeSpan.FromMinutes(52));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("token-1", (await source.GetTokenAsync()).AccessToken);
            await Task.Delay(1);
        }

        await WaitUntilAsync(() => _requests == 2);
        Assert.Equal(2, _requests);
        _clock.Advance(TimeSpan.FromMinutes(8));
        await Assert.ThrowsAsync<OAuthException>(() => source.GetTokenAsync().AsTask());
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        Answer(_ => throw new OAuthException(OAuthFailure.Timeout, "down"));
        var source = Source();
        await Assert.ThrowsAsync<OAuthException>(() => source.GetTokenAsync().AsTask());
        Answer(_ => Issue(TimeSpan.FromHours(1)));

        Assert.Equal("token-2", (await source.GetTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task A_token_without_a_stated_life_is_used_for_a_while()
    {
        Answer(_ => Issue(null));
        var source = Source();
        var first = await source.GetTokenAsync();
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Same(first, await source.GetTokenAsync());
        _clock.Advance(TimeSpan.FromMinutes(3));

        Assert.NotSame(first, await source.GetTokenAsync());
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_for_all_who_held_it()
    {
        var source = Source();
        var refused = await source.GetTokenAsync();
        var renewed = await source.RenewTokenAsync(refused);

        Assert.Equal("token-2", renewed.AccessToken);
        Assert.Same(renewed, await source.RenewTokenAsync(refused));
        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task Getting_a_kept_token_allocates_nothing()
    {
        var source = Source();
        var request = new ClientCredentialsRequest { Scopes = ["read"], Resources = ["https://one.example"] };
        await source.GetTokenAsync(request);
        await source.GetTokenAsync();
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(IsThere(source.GetTokenAsync(request)));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = IsThere(source.GetTokenAsync(request)) && IsThere(source.GetTokenAsync());
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_make_a_token_live_longer()
    {
        Answer(_ => Issue(TimeSpan.FromHours(1)));
        var source = Source();
        await source.GetTokenAsync();
        _clock.AdjustTime(_clock.GetUtcNow() - TimeSpan.FromDays(1));
        await source.GetTokenAsync();

        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task A_list_that_the_caller_changes_afterwards_does_not_change_what_is_renewed()
    {
        ClientCredentialsRequest? kept = null;
        Answer(request =>
        {
            kept = request;
            return Issue(TimeSpan.FromHours(1));
        });
        var scopes = new List<string> { "read" };
        var resources = new List<string> { "https://one.example" };
        await Source().GetTokenAsync(new() { Scopes = scopes, Resources = resources });
        (scopes[0], resources[0]) = ("admin", "https://two.example");

        Assert.Equal(["read", "https://one.example"], kept!.Scopes!.Concat(kept.Resources));
    }

    [Fact]
    public async Task Many_different_requests_do_not_fill_the_memory()
    {
        var source = Source();
        for (var i = 0; i < 3000; i++)
        {
            await source.GetTokenAsync(new() { Scopes = [$"scope-{i}"] });
        }

        Assert.InRange(((ClientTokenSource<IPlain>)source).Count, 1, 1000);
    }

    private static bool IsThere(ValueTask<TokenResponse> token) => token.IsCompletedSuccessfully;

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 400 && !condition(); i++)
        {
            await Task.Delay(5);
        }

        Assert.True(condition());
    }

    private void Answer(Func<ClientCredentialsRequest, Task<TokenResponse>> answer) =>
        _provider.RequestClientTokenAsync(Arg.Any<ClientCredentialsRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            Interlocked.Increment(ref _requests);
            return answer(call.Arg<ClientCredentialsRequest>());
        });

    private Task<TokenResponse> Issue(TimeSpan? lifetime) => Task.FromResult(new TokenResponse
    {
        AccessToken = $"token-{_requests}",
        ReceivedAt = _clock.GetUtcNow(),
        ExpiresIn = lifetime,
    });

    private IClientTokenSource<IPlain> Source() => new ClientTokenSource<IPlain>(_provider, TokenSharing.Alone(_clock));
}
