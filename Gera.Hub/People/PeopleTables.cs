using Gera.Hub.People.Accounts;
using Gera.Hub.People.Data;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gera.Hub.People;

/// <summary>Tables that go with the person they belong to, and tables that stay as proof of what staff did.</summary>
internal sealed class PeopleTables :
    IEntityTypeConfiguration<SignIn>, IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<Grant>, IEntityTypeConfiguration<Block>,
    IEntityTypeConfiguration<OneTimeCode>, IEntityTypeConfiguration<StaffDeed>, IEntityTypeConfiguration<Setting>, IEntityTypeConfiguration<OutgoingMail>,
    IEntityTypeConfiguration<PersonalNotice>, IEntityTypeConfiguration<NoticeRule>, IEntityTypeConfiguration<Follow>, IEntityTypeConfiguration<PersonKey>, IEntityTypeConfiguration<SeatClaim>
{
    public void Configure(EntityTypeBuilder<SignIn> table)
    {
        table.ToTable("sign_ins").Property(s => s.Device).HasMaxLength(80);
        OfPerson(table, s => s.UserId);
    }

    public void Configure(EntityTypeBuilder<Consent> table)
    {
        table.ToTable("consents").Property(c => c.Kind).HasMaxLength(40);
        OfPerson(table, c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<Grant> table)
    {
        table.ToTable("grants").HasIndex(g => new { g.UserId, g.Role, g.Scope }).IsUnique().HasFilter("\"EndedAt\" is null");
        table.Property(g => g.Role).HasMaxLength(40);
        table.Property(g => g.Scope).HasMaxLength(60);
        table.HasOne<HubUser>().WithMany().HasForeignKey(g => g.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Block> table)
    {
        table.ToTable("blocks");
        OfPerson(table, b => b.UserId);
    }

    public void Configure(EntityTypeBuilder<OneTimeCode> table)
    {
        table.ToTable("codes").HasKey(c => c.Hash);
        table.Property(c => c.Purpose).HasMaxLength(40);
        table.Property(c => c.Data).HasColumnType("jsonb");
        table.HasIndex(c => c.Batch);
        table.HasIndex(c => c.Until);
        table.HasOne<HubUser>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<StaffDeed> table) => table.ToTable("staff_deeds").HasIndex(d => d.At);

    public void Configure(EntityTypeBuilder<Setting> table) => table.ToTable("settings").HasKey(s => s.Name);

    public void Configure(EntityTypeBuilder<OutgoingMail> table)
    {
        table.ToTable("mails").Property(m => m.Data).HasColumnType("jsonb");
        table.HasIndex(m => m.Key).IsUnique();
        table.HasIndex(m => m.DueAt).HasFilter("\"SentAt\" is null and \"DeadAt\" is null");
        table.HasOne<HubUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PersonalNotice> table)
    {
        table.ToTable("notices").Property(n => n.Data).HasColumnType("jsonb");
        // One unread notice of a kind about a thing; more of it count up its number.
        table.HasIndex(n => new { n.UserId, n.Kind, n.About }).IsUnique().HasFilter("\"ReadAt\" is null");
        table.HasIndex(n => new { n.UserId, n.At });
        table.HasOne<HubUser>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NoticeRule> table)
    {
        table.ToTable("notice_rules").HasKey(r => new { r.UserId, r.Kind });
        table.HasOne<HubUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Follow> table)
    {
        table.ToTable("follows").HasKey(f => new { f.UserId, f.Target });
        table.HasIndex(f => f.Target);
        table.HasOne<HubUser>().WithMany().HasForeignKey(f => f.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PersonKey> table)
    {
        table.ToTable("person_keys").HasKey(k => k.UserId);
        table.HasOne<HubUser>().WithOne().HasForeignKey<PersonKey>(k => k.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SeatClaim> table)
    {
        table.ToTable("seat_claims").HasKey(c => c.Seat);
        OfPerson(table, c => c.UserId);
    }

    private static void OfPerson<T>(EntityTypeBuilder<T> table, System.Linq.Expressions.Expression<Func<T, object?>> person) where T : class
    {
        table.HasIndex(person);
        table.HasOne<HubUser>().WithMany().HasForeignKey(person).OnDelete(DeleteBehavior.Cascade);
    }
}
