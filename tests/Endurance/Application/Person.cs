using System.Net;
using SdkGen.Endurance.Provider;

namespace SdkGen.Endurance.Application;

/// <summary>Somebody with a browser, whose requests go to any instance. They know whether they are signed in, and who they are.</summary>
internal sealed class Person(string name, int seed, IReadOnlyList<(Uri Address, HttpMessageInvoker Http)> instances, HttpMessageInvoker provider, EnduranceProvider issuer, Verdict verdict)
{
    private readonly Random _random = new(seed);
    private CookieContainer _cookies = new();

    public string Name => name;

    public bool IsSignedIn { get; private set; }

    /// <summary>How long they look at a page.</summary>
    public TimeSpan Pause => TimeSpan.FromMilliseconds(100 + Next(400));

    /// <summary>Does what people do next.</summary>
    public Task StepAsync(CancellationToken cancellationToken) => !IsSignedIn ? SignInAsync(cancellationToken) : Next(100) switch
    {
        < 1 => SignOutAsync(cancellationToken),
        < 10 => CallManyAsync(cancellationToken),
        < 20 => CallAsync("/machine", "machine", cancellationToken),
        _ => CallAsync("/api", name, cancellationToken),
    };

    /// <summary>Signs in, if they have not; whether a call then brings what it is made for.</summary>
    public async Task<bool> IsServedAsync(CancellationToken cancellationToken)
    {
        if (!IsSignedIn)
        {
            await SignInAsync(cancellationToken);
        }

        return IsSignedIn && await CallAsync("/api", name, cancellationToken);
    }

    /// <summary>One call; whether it brought what it was made for.</summary>
    public async Task<bool> CallAsync(string path, string expected, CancellationToken cancellationToken)
    {
        var (status, text, location) = await GetAsync(path, cancellationToken);
        verdict.Count($"answer: {(int)status}{((int)status is 200 or 302 ? "" : " " + text)}");
        switch ((int)status)
        {
            case 200 when text != expected:
                verdict.Violated($"{name} got the answer for {text}");
                break;
            case 401 or 302:
                verdict.Violated($"{name} has lost their session: {(int)status} {text}{location}");
                IsSignedIn = false;
                break;
            case 200 or 502 or 503:
                break;
            default:
                verdict.Violated($"{name} got {(int)status}: an exception that is none of the library's");
                break;
        }

        return status == HttpStatusCode.OK;
    }

    private Task CallManyAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, 5).Select(_ => CallAsync("/api", name, cancellationToken)));

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        _cookies = new();
        var (_, _, authorize) = await GetAsync("/login?user=" + name, cancellationToken);
        if (authorize is null)
        {
            verdict.Count("sign-ins that could not begin");
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, authorize);
        using var response = await provider.SendAsync(request, cancellationToken);
        var (status, text, home) = await GetAsync(response.Headers.Location!.PathAndQuery, cancellationToken);
        IsSignedIn = home is not null;
        verdict.Count(IsSignedIn ? "sign-ins" : $"sign-ins that failed: {FailureOf(text)}");
        if ((int)status is not (302 or 400 or 403 or 502 or 503))
        {
            verdict.Violated($"a sign-in of {name} ended with {(int)status}");
        }
    }

    private async Task SignOutAsync(CancellationToken cancellationToken)
    {
        await GetAsync("/logout", cancellationToken);
        issuer.End(name);
        IsSignedIn = false;
        verdict.Count("sign-outs");
    }

    private int Next(int limit)
    {
        lock (_random)
        {
            return _random.Next(limit);
        }
    }

    private async Task<(HttpStatusCode Status, string Text, Uri? Location)> GetAsync(string path, CancellationToken cancellationToken)
    {
        var (address, http) = instances[Next(instances.Count)];
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                _cookies.SetCookies(address, cookie);
            }
        }

        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken), response.Headers.Location);
    }

    /// <summary>The failure that the page of a sign-in names.</summary>
    private static string FailureOf(string page) => page.Split("<code>") is [_, var after, ..] ? after.Split('<')[0].Trim() : "without a name";
}
