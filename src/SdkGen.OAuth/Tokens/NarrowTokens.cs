using System.Collections.Concurrent;

namespace SdkGen.OAuth.Tokens;

/// <summary>Access tokens of sessions that were asked for with parameters of their own. The session keeps one refresh token for all of them.</summary>
internal sealed class NarrowTokens
{
    /// <summary>More than these are not kept: the oldest of them go, and are refreshed if they are needed again.</summary>
    private const int MaxTokens = 1000;

    private readonly ConcurrentDictionary<(string Session, UserTokenRequest Request), TokenResponse> _tokens = new();

    public TokenResponse? Find(string session, UserTokenRequest request) => _tokens.GetValueOrDefault((session, request));

    public void Keep(string session, UserTokenRequest request, TokenResponse token)
    {
        if (_tokens.Count >= MaxTokens)
        {
            foreach (var entry in _tokens.OrderBy(entry => entry.Value.ReceivedAt).Take(MaxTokens / 10))
            {
                _tokens.TryRemove(entry);
            }
        }

        // A key of our own: the caller may go on changing the lists of theirs.
        _tokens[(session, request.Copy())] = token;
    }
}
