using Gera.Hub.People.Accounts;
using Gera.Hub.People.Data;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People;

/// <summary>Accounts, log-ins, grants, mails, notices and the key ring, in the schema <c>people</c>: all that is personal lives here.</summary>
public sealed class PeopleDb(DbContextOptions<PeopleDb> options) : IdentityUserContext<HubUser, Guid>(options), IDataProtectionKeyContext
{
    public const string Schema = "people";

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<Block> Blocks => Set<Block>();

    public DbSet<OneTimeCode> Codes => Set<OneTimeCode>();

    public DbSet<StaffDeed> StaffDeeds => Set<StaffDeed>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    public DbSet<PersonalNotice> Notices => Set<PersonalNotice>();

    public DbSet<NoticeRule> NoticeRules => Set<NoticeRule>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<PersonKey> PersonKeys => Set<PersonKey>();

    public DbSet<SeatClaim> SeatClaims => Set<SeatClaim>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.Entity<HubUser>(user =>
        {
            user.ToTable("users");
            user.Property(u => u.DisplayName).HasMaxLength(80);
            user.Property(u => u.Language).HasMaxLength(2).HasDefaultValue("de");
            // Two registrations of one address at the same moment: the second fails, it does not make a twin.
            user.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("user_passkeys");
        builder.Entity<DataProtectionKey>().ToTable("keys");
        builder.ApplyConfigurationsFromAssembly(typeof(PeopleDb).Assembly);
    }
}
