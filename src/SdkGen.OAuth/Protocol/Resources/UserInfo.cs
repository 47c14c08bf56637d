using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>
/// The standard claims about a user (OpenID Connect Core section 5.1), wherever the provider puts them. Claims that are there in another
/// type than the standard says are read where they can be, and never throw.
/// </summary>
public sealed class UserInfo
{
    private static readonly string[] StandardClaims =
    [
        "sub", "name", "given_name", "family_name", "middle_name", "nickname", "preferred_username", "profile", "picture", "website", "email",
        "email_verified", "gender", "birthdate", "zoneinfo", "locale", "phone_number", "phone_number_verified", "address", "updated_at",
    ];

    private readonly JsonElement _reply;
    private readonly MessagePlan? _plan;

    /// <summary>Makes user info, for the tests of an application.</summary>
    /// <param name="subject">The subject.</param>
    public UserInfo(string subject) => Subject = subject;

    internal UserInfo(string subject, JsonElement reply, MessagePlan plan)
    {
        Subject = subject;
        _reply = reply;
        _plan = plan;
    }

    /// <summary><c>sub</c>: the user, unique at the provider.</summary>
    public string Subject { get; }

    /// <summary><c>name</c>: the full name, for display.</summary>
    public string? Name => this["name"];

    /// <summary><c>given_name</c>.</summary>
    public string? GivenName => this["given_name"];

    /// <summary><c>family_name</c>.</summary>
    public string? FamilyName => this["family_name"];

    /// <summary><c>middle_name</c>.</summary>
    public string? MiddleName => this["middle_name"];

    /// <summary><c>nickname</c>.</summary>
    public string? Nickname => this["nickname"];

    /// <summary><c>preferred_username</c>: not unique, and may change.</summary>
    public string? PreferredUsername => this["preferred_username"];

    /// <summary><c>profile</c>: the page of the user.</summary>
    public string? Profile => this["profile"];

    /// <summary><c>picture</c>.</summary>
    public string? Picture => this["picture"];

    /// <summary><c>website</c>.</summary>
    public string? Website => this["website"];

    /// <summary><c>email</c>: not unique, and may change; trust it only if <see cref="EmailVerified"/> is <see langword="true"/>.</summary>
    public string? Email => this["email"];

    /// <summary><c>email_verified</c>.</summary>
    public bool? EmailVerified => Truth("email_verified");

    /// <summary><c>gender</c>.</summary>
    public string? Gender => this["gender"];

    /// <summary><c>birthdate</c>: <c>YYYY-MM-DD</c>; the year may be <c>0000</c>.</summary>
    public string? Birthdate => this["birthdate"];

    /// <summary><c>zoneinfo</c>: the name of a time zone.</summary>
    public string? ZoneInfo => this["zoneinfo"];

    /// <summary><c>locale</c> (BCP 47).</summary>
    public string? Locale => this["locale"];

    /// <summary><c>phone_number</c>.</summary>
    public string? PhoneNumber => this["phone_number"];

    /// <summary><c>phone_number_verified</c>.</summary>
    public bool? PhoneNumberVerified => Truth("phone_number_verified");

    /// <summary><c>updated_at</c>.</summary>
    public DateTimeOffset? UpdatedAt =>
        double.TryParse(this["updated_at"], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
            ? NumericDate.FromSeconds(seconds)
            : DateTimeOffset.TryParse(this["updated_at"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>A claim as text, or <see langword="null"/> if it is missing or neither a text, a number nor a truth value.</summary>
    /// <param name="claim">The registered name of the claim, or the provider's own.</param>
    public string? this[string claim] =>
        _plan is null ? (claim == "sub" ? Subject : null) : ReplyReader.Text(ReplyReader.Member(_plan, _reply, claim));

    /// <summary>Reads the reply as a type of your own.</summary>
    /// <typeparam name="T">A type with a property for each member.</typeparam>
    /// <param name="typeInfo">How System.Text.Json reads it, from your <c>JsonSerializerContext</c>.</param>
    /// <returns>The claims.</returns>
    /// <exception cref="JsonException">The reply does not fit the type.</exception>
    public T? ReadAs<T>(JsonTypeInfo<T> typeInfo)
        where T : class => _reply.ValueKind == JsonValueKind.Undefined ? null : _reply.Deserialize(typeInfo);

    /// <summary>The name of the type: claims are personal.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(UserInfo);

    /// <summary>The standard claims that are there, wherever the provider puts them; and all other members of the reply, if they are wanted.</summary>
    internal IEnumerable<KeyValuePair<string, JsonElement>> Claims(bool others)
    {
        foreach (var name in StandardClaims)
        {
            if (_plan is not null && ReplyReader.Member(_plan, _reply, name) is { } value)
            {
                yield return new(name, value);
            }
        }

        if (others && _reply.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in _reply.EnumerateObject().Where(member => !StandardClaims.Contains(member.Name)))
            {
                yield return new(member.Name, member.Value);
            }
        }
    }

    private bool? Truth(string claim) => bool.TryParse(this[claim], out var value) ? value : null;
}
