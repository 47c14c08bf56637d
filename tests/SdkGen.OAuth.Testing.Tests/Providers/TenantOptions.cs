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

    protected override string? GetVariable(string name) => name switch
    {
        "tenant" => Tenant,
        "account_id" => AccountId,
        "number" => Number,
        "region" => Region?.ToString(),
        "stage" => Stage,
        "user-hint" => UserHint,
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
    }
}
