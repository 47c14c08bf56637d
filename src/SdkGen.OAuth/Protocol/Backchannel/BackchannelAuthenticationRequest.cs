using System.Globalization;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>A backchannel authentication request (OpenID Connect CIBA Core section 7.1).</summary>
public sealed record BackchannelAuthenticationRequest : AccessRequest
{
    /// <summary>Whom to authenticate.</summary>
    public required UserHint Hint { get; init; }

    /// <summary>
    /// <c>binding_message</c>: what the user reads here and on their device, so that they know that both belong together. Short, and of plain
    /// characters: providers answer others with <c>invalid_binding_message</c>.
    /// </summary>
    public string? BindingMessage { get; init; }

    /// <summary><c>user_code</c>: a secret that only user and provider know, so that nobody else can make the user's device ring.</summary>
    public string? UserCode { get; init; }

    /// <summary><c>requested_expiry</c>: how long the user may take, in whole seconds; at least one.</summary>
    public TimeSpan? RequestedExpiry { get; init; }

    /// <summary><c>acr_values</c>: the authentication context classes that are wanted, best first.</summary>
    public IReadOnlyList<string> AcrValues { get; init; } = [];

    /// <summary>
    /// Whether the provider is to call the client's notification endpoint when the user is done (ping mode, section 10.2). The library makes
    /// the <c>client_notification_token</c>: <see cref="BackchannelAuthenticationResponse.NotificationToken"/>.
    /// </summary>
    public bool Notify { get; init; }

    internal void Write(MessageFields fields, string? notificationToken)
    {
        ArgumentNullException.ThrowIfNull(Hint);
        ArgumentOutOfRangeException.ThrowIfLessThan(RequestedExpiry ?? TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), nameof(RequestedExpiry));
        fields.Add(Hint.Parameter, Hint.Value);
        fields.AddIfAny("binding_message", BindingMessage);
        fields.AddIfAny("user_code", UserCode);
        fields.AddIfAny("acr_values", string.Join(' ', AcrValues));
        fields.AddIfAny("client_notification_token", notificationToken);
        if (RequestedExpiry is { } expiry)
        {
            fields.Add("requested_expiry", ((long)expiry.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }
    }
}
