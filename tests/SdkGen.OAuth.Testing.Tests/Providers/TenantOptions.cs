using Microsoft.Extensions.Configuration;

namespace SdkGen.OAuth.Testing.Tests.Providers;

internal sealed class TenantOptions : OAuthClientOptions
{
    public string? Tenant { get; set; }

    public string? AccountId { get; set; }

    public string? Number { get; set; }

    public Region? Region { get; set; }

    public string? Stage { get; set; }

    public string? UserHint { get; set; }

    public string? PushPath { get; set; }

    public string? AssertionIssuer { get; set; }

    public string? Audience { get; set; }

    protected override string? GetVariable(string name) => name switch
    {
        "tenant" => Tenant,
        "account_id" => AccountId,
        "number" => Number,
        "region" => Region?.ToString(),
        "stage" => Stage,
        "user-hint" => UserHint,
        "push_path" => PushPath,
        "assertion_issuer" => AssertionIssuer,
        "audience" => Audience,
        _ => null,
    };

    protected override void BindVariables(IConfiguration section)
    {
        Tenant = section[nameof(Tenant)] ?? Tenant;
        AccountId = section[nameof(AccountId)] ?? AccountId;
        Number = section[nameof(Number)] ?? Number;
        Region = ReadEnum(section, nameof(Region), Region);
        Stage = section[nameof(Stage)] ?? Stage;
        UserHint = section[nameof(UserHint)] ?? UserHint;
        PushPath = section[nameof(PushPath)] ?? PushPath;
        AssertionIssuer = section[nameof(AssertionIssuer)] ?? AssertionIssuer;
        Audience = section[nameof(Audience)] ?? Audience;
    }
}
