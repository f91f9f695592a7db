using Gera.Hub.Features.Calendar;
using Gera.Hub.Features.Calendar.Feeds;
using Gera.Hub.Features.Calendar.Import;
using Gera.Hub.Features.Calendar.Seats;
using Gera.Hub.Features.Groups;
using Gera.Hub.Features.Groups.Documents;
using Gera.Hub.Features.Groups.Meetings;
using Gera.Hub.Features.Groups.Members;
using Gera.Hub.Features.Groups.Tasks;
using Gera.Hub.Features.Halls.Mine;
using Gera.Hub.Features.Ideas.Answers;
using Gera.Hub.Features.Ideas.Attachments;
using Gera.Hub.Features.Ideas.Board;
using Gera.Hub.Features.Ideas.Coauthors;
using Gera.Hub.Features.Ideas.Comments;
using Gera.Hub.Features.Ideas.Contests;
using Gera.Hub.Features.Ideas.Entries;
using Gera.Hub.Features.Ideas.Files;
using Gera.Hub.Features.Ideas.Groups;
using Gera.Hub.Features.Ideas.Moderation;
using Gera.Hub.Features.Ideas.Points;
using Gera.Hub.Features.Ideas.Reviews;
using Gera.Hub.Features.Ideas.Supports;
using Gera.Hub.Features.Market.Shops;
using Gera.Hub.Features.Portal.Home;
using Gera.Hub.Features.Portal.Newsletter;
using Gera.Hub.Features.Portal.Pages;
using Gera.Hub.Features.Portal.Press;
using Gera.Hub.Features.Portal.Videos;
using Gera.Hub.Features.Portal.Voices;
using Gera.Hub.People.Accounts.Factors;
using Gera.Hub.People.Accounts.OpenId;
using Gera.Hub.People.Accounts.Passkeys;
using Gera.Hub.People.Data;
using Gera.Hub.People.Follows;
using Gera.Hub.People.Grants;
using Gera.Hub.People.Mail;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Tests.House;

/// <summary>What the matrix knows of each verb; a verb without a row fails.</summary>
internal static class MatrixRows
{
    /// <summary>One row a verb: what it asks of a person, and a wish of that kind about an object.</summary>
    public static readonly Dictionary<Type, (Permission Needs, Func<Target, object> Wish)> Rows = new()
    {
        [typeof(StartSession)] = (Permission.Lead, t => new StartSession("Probe", Access.Anyone, t.Group)),
        [typeof(TakeCardSeat)] = (Permission.Anyone, t => new TakeCardSeat(t.Code, "AAAA-AAAA-AAAA")),
        [typeof(EndSession)] = (Permission.LeadThis, t => new EndSession(t.Hall)),
        [typeof(ArrangePolls)] = (Permission.LeadThis, t => new ArrangePolls(t.Hall, [t.Poll])),
        [typeof(SetQuestionRules)] = (Permission.LeadThis, t => new SetQuestionRules(t.Hall, QuestionRules.Default)),
        [typeof(PreparePoll)] = (Permission.LeadThis, t => new PreparePoll(t.Hall, Some.Draft())),
        [typeof(ImportPolls)] = (Permission.LeadThis, t => new ImportPolls(t.Hall, "Welche Farbe?\n- Rot\n- Grün")),
        [typeof(RewordPoll)] = (Permission.LeadThis, t => new RewordPoll(t.Poll, Some.Draft())),
        [typeof(DuplicatePoll)] = (Permission.LeadThis, t => new DuplicatePoll(t.Poll)),
        [typeof(OpenPoll)] = (Permission.LeadThis, t => new OpenPoll(t.Poll)),
        [typeof(ClosePoll)] = (Permission.LeadThis, t => new ClosePoll(t.Poll)),
        [typeof(ReopenPoll)] = (Permission.LeadThis, t => new ReopenPoll(t.Poll)),
        [typeof(CountDown)] = (Permission.LeadThis, t => new CountDown(t.Poll, 60)),
        [typeof(StopCountDown)] = (Permission.LeadThis, t => new StopCountDown(t.Poll)),
        [typeof(ShowOrHide)] = (Permission.LeadThis, t => new ShowOrHide(t.Poll, true)),
        [typeof(AnnulPoll)] = (Permission.LeadThis, t => new AnnulPoll(t.Poll, "Probe")),
        [typeof(DropPoll)] = (Permission.LeadThis, t => new DropPoll(t.Poll)),
        [typeof(ModerateWord)] = (Permission.LeadThis, t => new ModerateWord(t.Poll, "nobody's", true)),
        [typeof(IssueCards)] = (Permission.LeadThis, t => new IssueCards(t.Hall, 1)),
        [typeof(RevokeCard)] = (Permission.LeadThis, t => new RevokeCard(t.Hall, 1, false)),
        [typeof(ModerateQuestion)] = (Permission.LeadThis, t => new ModerateQuestion(t.Question, Moderation.Show)),
        [typeof(PinQuestion)] = (Permission.LeadThis, t => new PinQuestion(t.Hall, t.Question)),
        [typeof(AskQuestion)] = (Permission.Seat, t => new AskQuestion(t.Hall, "Wann kommt der Bus?")),
        [typeof(SweepDeleted)] = (Permission.Administer, _ => new SweepDeleted()),
        [typeof(LeaveHub)] = (Permission.Account, _ => new LeaveHub("niemand@gera.example", "falsch", true)),
        [typeof(RevokeConsent)] = (Permission.Self, t => new RevokeConsent(t.Consent)),
        [typeof(ClaimSeat)] = (Permission.Account, t => new ClaimSeat(t.Hall)),
        [typeof(SetNotices)] = (Permission.Account, _ => new SetNotices(new Dictionary<string, Rhythm>())),
        [typeof(ReadNotice)] = (Permission.Self, t => new ReadNotice(t.Notice)),
        [typeof(Unsubscribe)] = (Permission.Anyone, _ => new Unsubscribe("x")),
        [typeof(UpvoteQuestion)] = (Permission.Seat, t => new UpvoteQuestion(t.Question)),
        [typeof(GrantRole)] = (Permission.Administer, t => new GrantRole(t.Account, Role.Press, null, "Probe")),
        [typeof(EndRole)] = (Permission.Administer, t => new EndRole(t.Grant, "Probe")),
        [typeof(DisableAccount)] = (Permission.Administer, t => new DisableAccount(t.Account)),
        [typeof(ResetSecondFactor)] = (Permission.Administer, t => new ResetSecondFactor(t.Account, "Probe")),
        [typeof(EnableAccount)] = (Permission.Administer, t => new EnableAccount(t.Account)),
        [typeof(Invite)] = (Permission.Administer, _ => new Invite("mona@gera.example", Role.Press, null, "Probe")),
        [typeof(WithdrawInvitation)] = (Permission.Administer, t => new WithdrawInvitation(t.Invitation)),
        [typeof(AcceptInvitation)] = (Permission.Account, _ => new AcceptInvitation("no such code")),
        [typeof(ChangeSetting)] = (Permission.Administer, t => new ChangeSetting(t.Setting, null)),
        [typeof(BlockPerson)] = (Permission.Moderate, t => new BlockPerson(t.Account, "Probe", TimeProvider.System.GetUtcNow().AddDays(1))),
        [typeof(LiftBlock)] = (Permission.Moderate, t => new LiftBlock(t.Block)),
        [typeof(AnswerAppeal)] = (Permission.Moderate, t => new AnswerAppeal(t.Block, true, "Probe")),
        [typeof(AppealBlock)] = (Permission.Self, t => new AppealBlock(t.Block, "Probe")),
        [typeof(IssueResidentCodes)] = (Permission.Desk, _ => new IssueResidentCodes(1)),
        [typeof(RevokeBatch)] = (Permission.Desk, t => new RevokeBatch(t.Batch)),
        [typeof(RetryMail)] = (Permission.Administer, t => new RetryMail(t.Mail)),
        [typeof(JoinGroup)] = (Permission.Account, t => new JoinGroup(t.Group)),
        [typeof(LeaveGroup)] = (Permission.Account, t => new LeaveGroup(t.Group)),
        [typeof(SetGroupRules)] = (Permission.Lead, t => new SetGroupRules(t.Group, false)),
        [typeof(AnswerRequest)] = (Permission.Lead, t => new AnswerRequest(t.Group, NewId(), true)),
        [typeof(AddTask)] = (Permission.Lead, t => new AddTask(NewId(), t.Group, "Probe", null, new DateOnly(2026, 12, 1))),
        [typeof(SetTaskDone)] = (Permission.Organise, t => new SetTaskDone(t.Task, true)),
        [typeof(DropTask)] = (Permission.Lead, t => new DropTask(t.Task)),
        [typeof(RemindTasks)] = (Permission.Edit, _ => new RemindTasks()),
        [typeof(AddDocument)] = (Permission.Lead, t => new AddDocument(t.Group, "Probe", true, SomePicture.Pdf)),
        [typeof(DropDocument)] = (Permission.Lead, t => new DropDocument(t.Document)),
        [typeof(PlanMeeting)] = (Permission.Lead, t => new PlanMeeting(NewId(), t.Group, GroupTown.Facts(), true)),
        [typeof(ChangeMeeting)] = (Permission.Lead, t => new ChangeMeeting(t.Meeting, GroupTown.Facts("Anderes"))),
        [typeof(CancelMeeting)] = (Permission.Lead, t => new CancelMeeting(t.Meeting, "Probe")),
        [typeof(WriteAgendaItem)] = (Permission.Lead, t => new WriteAgendaItem(t.Meeting, NewId(), "Punkt", 10, null, [])),
        [typeof(ArrangeAgenda)] = (Permission.Lead, t => new ArrangeAgenda(t.Meeting, NewId(), 1)),
        [typeof(DropAgendaItem)] = (Permission.Lead, t => new DropAgendaItem(t.Meeting, NewId())),
        [typeof(InviteMembers)] = (Permission.Lead, t => new InviteMembers(t.Meeting)),
        [typeof(BeginItemVote)] = (Permission.Lead, t => new BeginItemVote(t.Meeting, NewId())),
        [typeof(WriteMinutes)] = (Permission.Lead, t => new WriteMinutes(t.Meeting, 0, "Probe", [], [], MinutesWords.Empty.Stamp())),
        [typeof(PublishMinutes)] = (Permission.Lead, t => new PublishMinutes(t.Meeting)),
        [typeof(ConfirmResidence)] = (Permission.Account, _ => new ConfirmResidence("no such code")),
        [typeof(OpenAccount)] = (Permission.Anyone, _ => new OpenAccount("", "", "", false, "de")),
        [typeof(ConfirmAccount)] = (Permission.Anyone, _ => new ConfirmAccount("")),
        [typeof(ForgotPassword)] = (Permission.Anyone, _ => new ForgotPassword("")),
        [typeof(ResetPassword)] = (Permission.Anyone, _ => new ResetPassword("", "")),
        [typeof(BecomeFirst)] = (Permission.Anyone, _ => new BecomeFirst("", "", "", "", "de")),
        [typeof(ConfirmMail)] = (Permission.Anyone, _ => new ConfirmMail("")),
        [typeof(ChangeMail)] = (Permission.Account, _ => new ChangeMail("")),
        [typeof(ChangePassword)] = (Permission.Account, _ => new ChangePassword("")),
        [typeof(ChangeProfile)] = (Permission.Account, _ => new ChangeProfile("", "de")),
        [typeof(EndSignIns)] = (Permission.Account, _ => new EndSignIns(Guid.Empty)),
        [typeof(AddPasskey)] = (Permission.Account, _ => new AddPasskey(null, "")),
        [typeof(RenamePasskey)] = (Permission.Account, _ => new RenamePasskey("AAAA", "Telefon")),
        [typeof(RemovePasskey)] = (Permission.Account, _ => new RemovePasskey("AAAA")),
        [typeof(OpenLinkedAccount)] = (Permission.Anyone, _ => new OpenLinkedAccount(null, "", false, "de")),
        [typeof(LinkLogIn)] = (Permission.Account, _ => new LinkLogIn(null)),
        [typeof(UnlinkLogIn)] = (Permission.Account, _ => new UnlinkLogIn("")),
        [typeof(TurnOnSecondFactor)] = (Permission.Account, _ => new TurnOnSecondFactor("", "")),
        [typeof(TurnOffSecondFactor)] = (Permission.Account, _ => new TurnOffSecondFactor()),
        [typeof(RenewRecoveryCodes)] = (Permission.Account, _ => new RenewRecoveryCodes()),
        [typeof(AnnounceContest)] = (Permission.Edit, _ => new AnnounceContest("", "", "", [], [], IdeaTown.Rules)),
        [typeof(PlanPhase)] = (Permission.Edit, t => new PlanPhase(t.Contest, IdeaTown.Category, Phase.Support, null, null)),
        [typeof(MovePhase)] = (Permission.Edit, t => new MovePhase(t.Contest, IdeaTown.Category, Phase.Support, false)),
        [typeof(ExportContest)] = (Permission.Edit, t => new ExportContest(t.Contest)),
        [typeof(EnterRanking)] = (Permission.Edit, t => new EnterRanking(t.Contest, "", Body.Committee, ["GER-1999-0001"], null, default)),
        [typeof(AwardPrize)] = (Permission.Edit, t => new AwardPrize(t.Contest, "GER-1999-0001", "Probe", 0)),
        [typeof(ChangeRules)] = (Permission.Edit, t => new ChangeRules(t.Contest, IdeaTown.Rules with { Moderated = true }, "Probe")),
        [typeof(SaveDraft)] = (Permission.Account, _ => new SaveDraft(NewId(), "", "", IdeaTown.Words(), AuthorShown.Name, null)),
        [typeof(DropDraft)] = (Permission.Account, _ => new DropDraft(NewId())),
        [typeof(SubmitIdea)] = (Permission.Account, _ => new SubmitIdea(NewId(), "", "", IdeaTown.Words(), AuthorShown.Name, null)),
        [typeof(RewordIdea)] = (Permission.Self, t => new RewordIdea(t.Idea, 1, IdeaTown.Words("Brunnen"))),
        [typeof(WithdrawIdea)] = (Permission.Self, t => new WithdrawIdea(t.Idea, null)),
        [typeof(ReleaseIdea)] = (Permission.Moderate, t => new ReleaseIdea(t.Idea)),
        [typeof(SupportIdea)] = (Permission.Account, t => new SupportIdea(t.Idea)),
        [typeof(MergeIdea)] = (Permission.Moderate, t => new MergeIdea(t.Idea, "GER-1999-0001", "Probe")),
        [typeof(SplitIdea)] = (Permission.Moderate, t => new SplitIdea(t.Idea, [], "Probe")),
        [typeof(CarryIdea)] = (Permission.Edit, t => new CarryIdea(t.Idea, "", "")),
        [typeof(AttachFile)] = (Permission.Self, t => new AttachFile(t.Idea, "Ein Brunnen", true, [])),
        [typeof(DetachFile)] = (Permission.Self, t => new DetachFile(t.Idea, NewId())),
        [typeof(FollowThing)] = (Permission.Account, _ => new FollowThing("group:none", true)),
        [typeof(UngroupIdea)] = (Permission.Moderate, t => new UngroupIdea(t.Idea)),
        [typeof(PartFromGroup)] = (Permission.Account, t => new PartFromGroup(t.Idea, true)),
        [typeof(PrepareAnswer)] = (Permission.Edit, t => new PrepareAnswer(t.Idea, new IdeaAnswer(AnswerStatus.Checking, "Wir prüfen.", "Tiefbauamt", "", "", null))),
        [typeof(InviteCoauthor)] = (Permission.Self, t => new InviteCoauthor(t.Idea, "niemand@gera.example")),
        [typeof(AnswerInvitation)] = (Permission.Account, t => new AnswerInvitation(t.Idea, true)),
        [typeof(DropCoauthor)] = (Permission.Self, t => new DropCoauthor(t.Idea, NewId())),
        [typeof(PlanReview)] = (Permission.Edit, t => new PlanReview(t.Contest, [new Criterion("", "Nutzen", 10)])),
        [typeof(SetReviewer)] = (Permission.Edit, t => new SetReviewer(t.Contest, "niemand@gera.example", true)),
        [typeof(ReviewIdea)] = (Permission.Account, t => new ReviewIdea(t.Idea, new Dictionary<string, int>(), null)),
        [typeof(RemindOffices)] = (Permission.Edit, _ => new RemindOffices()),
        [typeof(PublishAnswers)] = (Permission.Edit, t => new PublishAnswers([t.Idea])),
        [typeof(SpreadPoints)] = (Permission.Account, t => new SpreadPoints(t.Contest, IdeaTown.Category, [])),
        [typeof(AddComment)] = (Permission.Account, t => new AddComment(new NewComment(NewId(), t.Idea, null, Mark.Pro, "Gute Idee."))),
        [typeof(AddOfficialComment)] = (Permission.Edit, t => new AddOfficialComment(new NewComment(NewId(), t.Idea, null, Mark.Neutral, "Wir prüfen das."))),
        [typeof(RewordComment)] = (Permission.Self, t => new RewordComment(t.Comment, Mark.Contra, "Doch nicht.")),
        [typeof(WithdrawComment)] = (Permission.Self, t => new WithdrawComment(t.Comment)),
        [typeof(LikeComment)] = (Permission.Account, t => new LikeComment(t.Comment, true)),
        [typeof(ReportContent)] = (Permission.Anyone, t => new ReportContent(Subject.Comment, t.Comment, ReportReason.Spam, null)),
        [typeof(DecideCase)] = (Permission.Moderate, t => new DecideCase(t.Case, true, ReportReason.Spam, null)),
        [typeof(AppealDecision)] = (Permission.Self, t => new AppealDecision(t.Case, "Das war keine Werbung.")),
        [typeof(DecideAppeal)] = (Permission.Moderate, t => new DecideAppeal(t.Case, true, "Stimmt.")),
        [typeof(Subscribe)] = (Permission.Anyone, _ => new Subscribe("", [], Rhythm.Weekly, false)),
        [typeof(ConfirmReader)] = (Permission.Anyone, _ => new ConfirmReader("x")),
        [typeof(ChangeReader)] = (Permission.Anyone, _ => new ChangeReader("x", [], Rhythm.Weekly)),
        [typeof(EndReader)] = (Permission.Anyone, _ => new EndReader("x")),
        [typeof(SavePage)] = (Permission.Edit, t => new SavePage(t.Page, 1, "Kontakt", "Probe")),
        [typeof(GiveFeedback)] = (Permission.Anyone, _ => new GiveFeedback(FeedbackKind.Contact, null, "", null, "de")),
        [typeof(AnswerFeedback)] = (Permission.Edit, t => new AnswerFeedback(t.Piece, "Probe")),
        [typeof(AddPressContact)] = (Permission.Press, _ => new AddPressContact("", "")),
        [typeof(DropPressContact)] = (Permission.Press, t => new DropPressContact(t.Piece)),
        [typeof(ArrangeHome)] = (Permission.Edit, _ => new ArrangeHome(-1, [], [])),
        [typeof(WriteVoice)] = (Permission.Edit, t => new WriteVoice(t.Piece, 1, new VoiceWords("Irene Wolfram", "Rentnerin", "", "Probe"), 1, true)),
        [typeof(SetPortrait)] = (Permission.Edit, t => new SetPortrait(t.Piece, "Ein Gesicht", false, [])),
        [typeof(DropVoice)] = (Permission.Edit, t => new DropVoice(t.Piece)),
        [typeof(WriteVideo)] = (Permission.Edit, t => new WriteVideo(t.Piece, 1, new VideoWords("Ein Film", "Probe", "", ""))),
        [typeof(AddFilm)] = (Permission.Edit, t => new AddFilm(t.Piece, [])),
        [typeof(AddCaptions)] = (Permission.Edit, t => new AddCaptions(t.Piece, [])),
        [typeof(PublishVideo)] = (Permission.Edit, t => new PublishVideo(t.Piece, true)),
        [typeof(DropVideo)] = (Permission.Edit, t => new DropVideo(t.Piece)),
        [typeof(WriteAnnouncement)] = (Permission.Press, t => new WriteAnnouncement(t.Announcement, 1, Newsroom.Words("Probe"))),
        [typeof(KeepDraft)] = (Permission.Press, _ => new KeepDraft(NewId(), 0, Newsroom.Words())),
        [typeof(SendAnnouncement)] = (Permission.Press, t => new SendAnnouncement(t.Announcement)),
        [typeof(ReviewAnnouncement)] = (Permission.Press, t => new ReviewAnnouncement(t.Announcement, 1, null)),
        [typeof(ScheduleAnnouncement)] = (Permission.Press, t => new ScheduleAnnouncement(t.Announcement, null)),
        [typeof(UnscheduleAnnouncement)] = (Permission.Press, t => new UnscheduleAnnouncement(t.Announcement)),
        [typeof(CorrectAnnouncement)] = (Permission.Press, t => new CorrectAnnouncement(t.Announcement, 1, Newsroom.Words(), "Probe")),
        [typeof(WithdrawAnnouncement)] = (Permission.Press, t => new WithdrawAnnouncement(t.Announcement, "Probe")),
        [typeof(ArchiveAnnouncement)] = (Permission.Press, t => new ArchiveAnnouncement(t.Announcement)),
        [typeof(DropAnnouncement)] = (Permission.Press, t => new DropAnnouncement(t.Announcement)),
        [typeof(AddPicture)] = (Permission.Press, t => new AddPicture(t.Announcement, new PictureWords("a", "b", "c", "d"), [])),
        [typeof(DescribePicture)] = (Permission.Press, t => new DescribePicture(t.Announcement, NewId(), new PictureWords("a", "b", "c", "d"))),
        [typeof(DropPicture)] = (Permission.Press, t => new DropPicture(t.Announcement, NewId())),
        [typeof(MakeEmbargoLink)] = (Permission.Press, t => new MakeEmbargoLink(t.Announcement, "Ada", null, TimeProvider.System.GetUtcNow().AddDays(1))),
        [typeof(EndEmbargoLink)] = (Permission.Press, t => new EndEmbargoLink(t.Announcement, NewId())),
        [typeof(TellAnnouncement)] = (Permission.Administer, t => new TellAnnouncement(t.Announcement)),
        [typeof(SubmitEvent)] = (Permission.Account, _ => new SubmitEvent(NewId(), CalendarTown.Words(""), CalendarTown.Facts, CalendarTown.Evening, false)),
        [typeof(HandInEvent)] = (Permission.Organise, t => new HandInEvent(t.Event, null)),
        [typeof(DropEvent)] = (Permission.Organise, t => new DropEvent(t.Event)),
        [typeof(RewordEvent)] = (Permission.Organise, t => new RewordEvent(t.Event, 1, CalendarTown.Words("Anders"), CalendarTown.Facts)),
        [typeof(MoveEvent)] = (Permission.Organise, t => new MoveEvent(t.Event, CalendarTown.Evening with { Start = CalendarTown.Evening.Start.AddHours(-1) }, "Probe")),
        [typeof(ChangeDate)] = (Permission.Organise, t => new ChangeDate(t.Event, CalendarTown.Evening.Start, DateFate.Cancelled, null, null, "Probe")),
        [typeof(CancelEvent)] = (Permission.Organise, t => new CancelEvent(t.Event, "Probe")),
        [typeof(SetPicture)] = (Permission.Organise, t => new SetPicture(t.Event, null, null, null, true)),
        [typeof(SetGate)] = (Permission.Organise, t => new SetGate(t.Event, 10, 0, 0, [])),
        [typeof(CheckIn)] = (Permission.Organise, t => new CheckIn(t.Event, NewId())),
        [typeof(ReviewEvent)] = (Permission.Edit, t => new ReviewEvent(t.Event, 1, true, null)),
        [typeof(SetOrganiser)] = (Permission.Edit, _ => new SetOrganiser(null, "", "", null, null)),
        [typeof(SetOrganiserPerson)] = (Permission.Edit, _ => new SetOrganiserPerson(NewId(), "", true)),
        [typeof(AddFeed)] = (Permission.Edit, _ => new AddFeed("", "", "")),
        [typeof(DropFeed)] = (Permission.Edit, _ => new DropFeed(NewId())),
        [typeof(TakeFeed)] = (Permission.Edit, _ => new TakeFeed(NewId())),
        [typeof(LapseOffers)] = (Permission.Edit, _ => new LapseOffers()),
        [typeof(RemindSeats)] = (Permission.Edit, _ => new RemindSeats()),
        [typeof(ExtendHorizon)] = (Permission.Edit, _ => new ExtendHorizon()),
        [typeof(SetMyFeed)] = (Permission.Account, _ => new SetMyFeed(true)),
        [typeof(TakeSeat)] = (Permission.Anyone, _ => new TakeSeat(NewId(), CalendarTown.Evening.Start, "Ada", "ada@gera.example", true, [], "de")),
        [typeof(ConfirmSeat)] = (Permission.Anyone, _ => new ConfirmSeat("x")),
        [typeof(LeaveSeat)] = (Permission.Anyone, _ => new LeaveSeat("x")),
        [typeof(RegisterShop)] = (Permission.Account, _ => new RegisterShop(NewId(), MarketTown.Words(""), MarketTown.Facts)),
        [typeof(WriteShop)] = (Permission.Organise, t => new WriteShop(t.Shop, 1, MarketTown.Words("Anders"), MarketTown.Facts)),
        [typeof(SubmitShop)] = (Permission.Organise, t => new SubmitShop(t.Shop)),
        [typeof(CloseShop)] = (Permission.Organise, t => new CloseShop(t.Shop)),
        [typeof(ReviewShop)] = (Permission.Edit, t => new ReviewShop(t.Shop, 1, true, null)),
        [typeof(SuspendShop)] = (Permission.Edit, t => new SuspendShop(t.Shop, "Probe")),
        [typeof(ReactivateShop)] = (Permission.Edit, t => new ReactivateShop(t.Shop)),
        [typeof(WithdrawSupport)] = (Permission.Account, t => new WithdrawSupport(t.Idea)),
    };

    /// <summary>What a blocked person may still do, besides reading.</summary>
    public static readonly HashSet<Type> OpenToBlocked = [typeof(LinkLogIn), typeof(UnlinkLogIn), typeof(DropDraft), typeof(AppealDecision), typeof(AppealBlock), typeof(LeaveGroup), typeof(LeaveHub), typeof(RevokeConsent), typeof(SetNotices), typeof(ReadNotice), typeof(ChangePassword), typeof(ChangeMail), typeof(EndSignIns), typeof(RenewRecoveryCodes), typeof(TurnOnSecondFactor), typeof(TurnOffSecondFactor), typeof(RemovePasskey), typeof(RenamePasskey), typeof(AddPasskey)];

    private static Guid NewId() => Guid.CreateVersion7(Some.Evening);
}
